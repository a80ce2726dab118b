//! The first sheet of an input workbook: what the file is, and how to fill it in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Url, Worksheet, XlsxError};

use crate::finding::messages::Messages;
use crate::input::definition::model::{Kind, Table};
use crate::input::starter::cell_rules::{self, Need, base, boxed, colour};
use crate::input::starter::content::Order;
use crate::input::starter::sheet::row_height;
use crate::xlsx::grid::{Cell, CellValue, NumberFormat};
use crate::xlsx::write::FONT;

/// Widths of the two columns, in pixels.
const WIDTHS: (u32, u32) = (190, 660);

/// Writes the instructions (Hướng dẫn); `names` are the names of this sheet and of that of the lists.
///
/// # Errors
/// What Excel cannot hold.
pub(crate) fn write(
    ws: &mut Worksheet,
    order: &Order<'_>,
    texts: &Messages,
    names: (&str, Option<&str>),
) -> Result<(), XlsxError> {
    ws.set_name(names.0)?.set_column_width_pixels(0, WIDTHS.0)?.set_column_width_pixels(1, WIDTHS.1)?;
    let mut page = Page { ws, texts, row: 0 };
    page.title(order)?;
    page.handed_down(order)?;
    page.sheets(order, names.1)?;
    page.typing(order)?;
    page.colours()?;
    page.commands(order)?;
    ws.set_screen_gridlines(false).set_tab_color(Color::RGB(colour::STRONG)).set_active(true);
    ws.set_paper_size(9).set_print_fit_to_pages(1, 1).set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
    ws.set_print_center_horizontally(true).protect();
    Ok(())
}

struct Page<'a> {
    ws: &'a mut Worksheet,
    texts: &'a Messages,
    row: u32,
}

impl Page<'_> {
    fn say(&self, code: &str, args: &[(&'static str, String)]) -> String {
        self.texts.text(code, args)
    }

    fn title(&mut self, order: &Order<'_>) -> Result<(), XlsxError> {
        let band = base().set_background_color(Color::RGB(colour::STRONG)).set_font_color(Color::White);
        let centred = band.set_align(FormatAlign::Center).set_bold();
        let name = ("name", order.document.document.name.clone());
        let year = order.document.main_year().and_then(|field| order.start.facts.get(&field.key));
        let name = match year.map(|cell| cell.value.shown(cell.format).replace('.', "")) {
            Some(year) => self.say("guide-year", &[name, ("year", year)]),
            None => self.say("guide-name", &[name]),
        };
        let title = self.say("guide-title", &[]);
        self.across(&title, &centred.clone().set_font_size(18), 34.0)?;
        self.across(&name, &centred.set_font_size(14), 26.0)?;
        self.gap()?;
        let purpose = self.say("guide-purpose", &[]);
        self.across(&purpose, &base().set_text_wrap(), 56.0)?;
        self.gap()
    }

    /// A little air between sections.
    fn gap(&mut self) -> Result<(), XlsxError> {
        self.ws.set_row_height(self.row, 9)?;
        self.row += 1;
        Ok(())
    }

    fn across(&mut self, text: &str, format: &Format, height: f64) -> Result<(), XlsxError> {
        self.ws.set_row_height(self.row, height)?.merge_range(self.row, 0, self.row, 1, text, format)?;
        self.row += 1;
        Ok(())
    }

    /// A heading of this page, with a line under it.
    fn section(&mut self, text: &str) -> Result<(), XlsxError> {
        let strong = Color::RGB(colour::STRONG);
        let format = base().set_bold().set_font_size(14).set_font_color(strong);
        let format = format.set_border_bottom(FormatBorder::Medium).set_border_bottom_color(strong);
        self.across(text, &format, 26.0)
    }

    /// A line of two cells; the first is the key to the second.
    fn line(&mut self, text: &str) -> Result<(), XlsxError> {
        let cell = Cell::new(CellValue::Text(text.to_owned()), NumberFormat::default());
        self.ws.set_row_height(self.row, row_height(Kind::Text, Some(&cell), WIDTHS.1))?;
        let format = base().set_text_wrap().set_indent(1);
        self.ws.write_string_with_format(self.row, 1, text, &format)?;
        self.row += 1;
        Ok(())
    }

    fn sample(&mut self, sample: &str, format: &Format, text: &str) -> Result<(), XlsxError> {
        self.ws.write_string_with_format(self.row, 0, sample, format)?;
        self.line(text)
    }

    fn bullets(&mut self, lines: &[String]) -> Result<(), XlsxError> {
        let width = WIDTHS.0 + WIDTHS.1;
        for line in lines {
            let text = format!("•  {line}");
            let cell = Cell::new(CellValue::Text(text.clone()), NumberFormat::default());
            let height = row_height(Kind::Text, Some(&cell), width - 30);
            self.across(&text, &base().set_text_wrap().set_indent(1), height)?;
        }
        Ok(())
    }

    /// What last year's input gave, and what it did not.
    fn handed_down(&mut self, order: &Order<'_>) -> Result<(), XlsxError> {
        let Some(from) = &order.start.from else { return Ok(()) };
        let title = self.say("guide-carried", &[("from", from.clone())]);
        self.section(&title)?;
        let mut lines = vec![self.say("guide-carried-kept", &[]), self.say("guide-carried-blank", &[])];
        for ((table, _), heading) in &order.start.rolled {
            let sheet = order.document.table(table).map(|table| table.sheet.clone()).unwrap_or_default();
            lines.push(self.say("guide-carried-rolled", &[("sheet", sheet), ("heading", heading.clone())]));
        }
        let names = order.start.names(order.document);
        for (table, column) in &order.start.fresh {
            let Some(table) = order.document.table(table) else { continue };
            let heading = table.column(column).map(|column| names.heading(&column.heading)).unwrap_or_default();
            lines.push(self.say("guide-carried-fresh", &[("sheet", table.sheet.clone()), ("heading", heading)]));
        }
        self.bullets(&lines)?;
        self.gap()
    }

    /// One line a sheet, its name a link.
    fn sheets(&mut self, order: &Order<'_>, lists: Option<&str>) -> Result<(), XlsxError> {
        let title = self.say("guide-sheets", &[]);
        self.section(&title)?;
        let document = order.document;
        let content = document.facts.headings[1].clone();
        let facts = self.say("guide-facts", &[("heading", content)]);
        self.sheet(&document.facts.sheet, &facts)?;
        let recipients = self.say("guide-recipients", &[]);
        self.sheet(&document.recipients.sheet, &recipients)?;
        for table in &document.tables {
            let help = self.help(table);
            self.sheet(&table.sheet, &help)?;
        }
        if let Some(lists) = lists {
            let text = self.say("guide-lists", &[]);
            self.sheet(lists, &text)?;
        }
        self.gap()
    }

    fn help(&self, table: &Table) -> String {
        if !table.help.is_empty() {
            return table.help.clone();
        }
        let total = table.total.as_ref().map(|total| self.say("guide-total", &[("label", total.label.clone())]));
        [Some(self.say("guide-table", &[])), total].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn sheet(&mut self, name: &str, text: &str) -> Result<(), XlsxError> {
        let link = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''")));
        let format = base().set_bold().set_underline(rust_xlsxwriter::FormatUnderline::Single);
        let format = format.set_font_color(Color::RGB(colour::STRONG)).set_indent(1);
        self.ws.write_url_with_options(self.row, 0, link, name, "", Some(&format))?;
        self.line(text)
    }

    fn typing(&mut self, order: &Order<'_>) -> Result<(), XlsxError> {
        let title = self.say("guide-typing", &[]);
        self.section(&title)?;
        let facts = ("facts", order.document.facts.sheet.clone());
        let codes = ["numbers", "units", "decimals", "lists", "lines", "rows", "notes"];
        let lines = codes.map(|code| self.say(&format!("guide-typing-{code}"), std::slice::from_ref(&facts)));
        self.bullets(&lines)?;
        self.gap()?;
        let title = self.say("guide-never", &[]);
        self.section(&title)?;
        let lines = ["headings", "merge", "hide", "text"].map(|code| self.say(&format!("guide-never-{code}"), &[]));
        self.bullets(&lines)?;
        self.gap()
    }

    fn colours(&mut self) -> Result<(), XlsxError> {
        let title = self.say("guide-colours", &[]);
        self.section(&title)?;
        let filled =
            |colour: u32| boxed(base()).set_align(FormatAlign::Center).set_background_color(Color::RGB(colour));
        let samples = [
            ("required", cell_rules::heading(Need::Required)),
            ("optional", cell_rules::heading(Need::Optional)),
            ("needed", filled(colour::NEEDED)),
            ("twice", filled(colour::TWICE)),
            ("total", filled(colour::FIXED).set_bold()),
            ("fixed", filled(colour::FIXED)),
        ];
        for (code, format) in samples {
            let sample = self.say(&format!("guide-colour-{code}-sample"), &[]);
            let text = self.say(&format!("guide-colour-{code}"), &[]);
            self.sample(&sample, &format, &text)?;
        }
        self.gap()
    }

    fn commands(&mut self, order: &Order<'_>) -> Result<(), XlsxError> {
        let title = self.say("guide-run", &[]);
        self.section(&title)?;
        let save = self.say("guide-run-save", &[]);
        self.across(&save, &base().set_text_wrap().set_indent(1), 22.0)?;
        let typed = boxed(Format::new().set_font_name("Courier New").set_font_size(12)).set_indent(1);
        let typed = typed.set_background_color(Color::RGB(colour::FIXED)).set_align(FormatAlign::VerticalCenter);
        for code in ["check", "build"] {
            self.across(&format!("vanban {code} {}", shell(order.folder)), &typed, 24.0)?;
            let meaning = self.say(&format!("guide-run-{code}"), &[]);
            self.across(&meaning, &base().set_italic().set_align(FormatAlign::Left).set_indent(1), 22.0)?;
        }
        let cargo = self.say("guide-run-cargo", &[]);
        self.across(&cargo, &base().set_text_wrap().set_indent(1).set_font_name(FONT), 22.0)
    }
}

/// A name as a command line takes it.
pub(crate) fn shell(name: &str) -> String {
    if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() }
}

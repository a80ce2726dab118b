//! Hostile text in every input cell comes out verbatim, in the PDF's pages and in the workbook.

use vanban::xlsx::grid::{CellValue, Sheet};

use crate::support::common::{Built, New, build_with, redefined, set, source, write};

/// Everything that means something to Typst, minijinja, Excel or XML, in one line.
const HOSTILE: &str = r##"=1+1 #read("/etc/passwd") $x^2$ *b* _i_ `r` <l> @ref \ "q" 'a' // /* */ -- ... ~ [x] {{ doc.year }} {% if %} #"; &amp; <b> -5 +a @SUM(A1)"##;

/// The real input, with hostile text after every text cell that is neither heading nor key.
fn poisoned() -> (Vec<Sheet>, Vec<String>) {
    let mut book = source();
    let mut written = Vec::new();
    for sheet in &mut book {
        let words = match &*sheet.name {
            "Văn bản" => vec![1],
            "Nơi nhận" => vec![0],
            "Hộ nghèo" | "Kinh phí" => vec![1],
            "Chỉ tiêu" => vec![1, 3],
            "Viện dẫn" => vec![2, 4],
            _ => vec![1],
        };
        let texts: Vec<((u32, u32), String)> = sheet
            .cells
            .iter()
            .filter(|((row, col), _)| *row > 0 && words.contains(col))
            .filter_map(|(at, cell)| match &cell.value {
                CellValue::Text(text) => Some((*at, text.clone())),
                _ => None,
            })
            .collect();
        for (at, text) in texts {
            // Labels by which rows are recognised, and the template's name, must stay.
            if ["Cộng", "TỔNG CỘNG", "ke-hoach-giam-ngheo", "KH-UBND"].contains(&text.as_str()) {
                continue;
            }
            // Braces are the one sign with a meaning in a particular: they name another.
            let particular = &*sheet.name == "Văn bản";
            let poison = if particular { HOSTILE.replace(['{', '}'], "") } else { HOSTILE.to_owned() };
            let hostile = format!("{text} {poison}{}", written.len());
            set(sheet, at, &New::Text(hostile.clone()));
            written.push(hostile);
        }
    }
    (book, written)
}

fn built() -> (Built, Vec<String>) {
    let (book, written) = poisoned();
    let workbooks = [("so-lieu.xlsx".to_owned(), write(&book))].into();
    let input = vanban::input::folder::InputFolder { name: "thu".to_owned(), workbooks };
    // With a closed list of names there would be no hostile names to print.
    let open = redefined(|definition| {
        let (before, list) = definition.split_once(", complete = \"warn\", choices = [").expect("list");
        // Nor is such a text anything that the form allows.
        let accepted = ["place-capitals", "place-marks", "archive-spelling"]
            .map(|check| format!("\n[[accepted]]\ncheck = \"{check}\"\nreason = \"hostile\"\n"));
        format!("{before}{}{}", list.split_once(']').expect("end").1, accepted.concat())
    });
    (build_with(&input, &open).unwrap_or_else(|failure| panic!("{:#?}", failure.findings())), written)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("").to_lowercase()
}

#[test]
fn hostile_text_is_only_text() {
    let (built, written) = built();
    let pages: String = built
        .product
        .pages
        .document
        .pages()
        .iter()
        .map(|page| squeezed(&crate::product::plan::text_of(&page.frame)))
        .collect();
    let official: Vec<String> = ["Phụ lục I - Hộ nghèo", "Phụ lục I - Chỉ tiêu", "Phụ lục II"]
        .iter()
        .flat_map(|name| built.sheet(name).into_values())
        .filter_map(|value| match value {
            CellValue::Text(text) => Some(text),
            _ => None,
        })
        .collect();
    assert!(written.len() > 60, "{}", written.len());
    let mut on_pages = 0;
    for text in &written {
        // Line breaks of particulars divide lines; a placeholder in the title is filled in.
        let tail = &text[text.find("=1+1").expect("poison")..];
        on_pages += usize::from(pages.contains(&squeezed(tail)));
        let in_table = text.starts_with("Huyện") || text.starts_with("Tp.") || text.contains("ự án");
        if in_table {
            assert!(official.contains(text), "not verbatim in the workbook: {text}");
        }
    }
    // Only the labels of the four constants are printed nowhere.
    assert_eq!(on_pages + 4, written.len());
}

#[test]
fn no_text_becomes_a_formula() {
    let (built, _) = built();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(built.file(".xlsx"))).expect("zip");
    let mut formulas = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("part");
        let mut xml = String::new();
        if std::io::Read::read_to_string(&mut part, &mut xml).is_ok() {
            formulas.extend(xml.split("<f>").skip(1).filter_map(|rest| rest.split("</f>").next()).map(str::to_owned));
        }
    }
    assert!(formulas.len() > 50, "{}", formulas.len());
    let allowed = |formula: &String| {
        let plain = formula.replace("SUM(", "").replace("ROUND(", "").replace("'Phụ lục I - Hộ nghèo'!", "");
        plain.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "+:*%,)".contains(c))
    };
    let strange: Vec<_> = formulas.iter().filter(|formula| !allowed(formula)).collect();
    assert!(strange.is_empty(), "{strange:?}");
}

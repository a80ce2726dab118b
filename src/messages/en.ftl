# Labels
label-error = error
label-warning = warning
label-note = note
label-hint = remedy

# Help
help-about = Makes official documents from spreadsheets: a PDF in the form of Decree 30/2020/NĐ-CP, and its appendices in Excel.
help-usage = Usage
help-commands = Commands
help-options = Options
help-input = Input folders (default: every folder under inputs/)
help-build = Read, check and make the documents (the default)
help-check = Read and check only, write nothing
help-new = Make the input workbook (Excel) of a new document
help-folder = The new folder, for instance inputs/ke-hoach-2025
help-document = The document, a folder under templates/ (not needed where there is only one, or with --from)
help-year = The document's year, entered beforehand (with --from: the next year by default)
help-from = Last year's input folder: its names, codes and recipients are carried over, figures left blank
help-output = Output folder (default: output)
help-templates = Template folder (default: templates)
help-font-path = Folder or file of further fonts, for instance where Times New Roman is
help-lang = Language of messages: vi or en (default: the system's)
help-color = Colours in messages: auto, always or never (default: auto)
help-quiet = Print errors and warnings only, one line each
help-help = Print this help
help-version = Print the version
help-exit-codes =
    Exit codes: 0 all done · 1 a document was refused because of its inputs · 2 the program could not do its work.
usage-argument = cannot make sense of the argument “{ $argument }”.
usage-value = “{ $value }” is not a value for { $argument }.
usage-command = there is no command “{ $argument }”; the commands are build, check and new.
usage-missing = the argument { $argument } is missing.
usage-see-help = Type “vanban --help” to see how it is used.

# Progress
run-start = { $folder }
run-read = {"  "}read       { $file }: { $sheets } sheets, { $cells } cells
run-template = {"  "}template   { $name } ({ $folder })
run-checked = {"  "}checked    { $hold } relations hold, { $differ } differ within their tolerance
run-written = {"  "}written    { $pages } PDF pages, set in { $font }, to:
run-refused = { $folder }: not built, { $count } errors in the inputs. What was there before is untouched.
run-failed = { $folder }: the program could not do its work ({ $count } errors). What was there before is untouched.
run-summary = In all: { $built } built, { $refused } refused, { $failed } failed; { $warnings } warnings; { $seconds } s.
run-summary-check = In all: { $built } valid, { $refused } refused, { $failed } failed; { $warnings } warnings; { $seconds } s.

# New input workbooks
new-carried = {"  "}carried    from { $from }: { $facts } particulars, { $recipients } recipients, { $rows } rows; figures left blank
new-written = {"  "}written    the input workbook:
new-next = What next: open it in Excel, read its first sheet, enter the figures and save; then type “vanban check { $folder }”.
new-folder-taken = The folder already holds a workbook; a new one never overwrites anything.
    .hint = Choose a folder that is not there yet, or move the old file elsewhere.
new-document-unnamed = There are several documents, and none was chosen: { $known }.
    .hint = Name one after --document.
new-year-unused = This document has no particular that is a year, so --year cannot be used.
    .hint = Leave --year out.
from-other-document = Last year's input is of the document “{ $found }”, whose sheets and columns differ from those of “{ $wanted }”.
    .hint = Name an input of the same document after --from, or “{ $found }” after --document.
from-older = Last year's input was made for another version of the input workbook; what has kept its name was carried over.
    .hint = Look at every sheet again, at new columns above all.
column-carried = Column “{ $heading }”: the figures of this very column of last year's workbook were carried over.

# Files and folders
folder-unreadable = Cannot read the folder ({ $detail }).
    .hint = Check its name, or run vanban from the folder that holds inputs/ and templates/.
file-unreadable = Cannot read the file ({ $detail }).
    .hint = Check that it is there, that no other program has locked it, and that you may read it.
file-unwritable = Cannot write ({ $detail }). What was there before is untouched.
    .hint = Check that you may write to the output folder and that the disk is not full, and close the file if it is open in Excel or a PDF reader.
inputs-empty = There is no input folder.
    .hint = Put each document into a folder of its own under inputs/, or name the folder after the command build.
folder-without-workbook = The folder holds no workbook.
    .hint = Put at least one .xlsx file into it.
font-missing = Found neither Times New Roman nor Liberation Serif.
    .hint = Restore the folder templates/fonts/ that came with the program, or point to the fonts with --font-path.
font-lacks-glyph = The character “{ $char }” ({ $code }) is not in the font { $font }.
    .hint = Replace it in the inputs or in the prose; rare characters and emoji cannot be used in a document.

# Workbooks
workbook-too-large = The file is too large ({ $size }); the limit is 32 MiB.
    .hint = Delete pictures and unused sheets and save it again.
workbook-old-or-locked = The file is an old .xls, or is protected by a password.
    .hint = Open it in Excel, remove the password if there is one, then File → Save As → Excel Workbook (.xlsx).
workbook-not-xlsx = The file is not an .xlsx workbook.
    .hint = Open it in Excel, then File → Save As → Excel Workbook (.xlsx).
workbook-broken = The .xlsx file is damaged and cannot be read ({ $detail }).
    .hint = Open it in Excel to repair it, and save it as a new file.
workbook-bomb = The file is beyond the safe limits when unpacked (part { $part }).
    .hint = Open it in Excel, copy the data to a new workbook and save that.
workbook-doctype = The file has a DOCTYPE, which no workbook needs (part { $part }).
    .hint = Open it in Excel and save it as a new .xlsx file.
workbook-stray-cell = There is a stray cell far from the data: { $cell } (part { $part }).
    .hint = Open it in Excel, delete the rows and columns that are not needed (Ctrl+End shows the last cell) and save it.
workbook-absurd = The file has something that no spreadsheet program writes: { $detail } (part { $part }).
    .hint = Open it in Excel and save it as a new .xlsx file.
workbook-unwritable = Cannot make the Excel file of the appendices ({ $detail }).
    .hint = Look at the appendix part of document.toml: sheet names must differ and have at most 31 characters.
schema-missing = The workbook does not say for which layout it was made.
    .hint = A workbook made by vanban says so; where this one was made by hand or copied into a new file, compare its sheets and columns with the input workbook of “{ $document }” (command vanban new).
schema-other = The workbook was made for the layout { $found }, but “{ $document }” needs the layout { $wanted }.
    .hint = Make a new one with “vanban new NEW-FOLDER --from THIS-FOLDER” and copy the figures into it; or correct the field that names the template.
scaffold-unwritable = Cannot make the input workbook ({ $detail }).
    .hint = Look at the sheet names in document.toml: they must differ and have at most 31 characters.
sheet-too-large = The sheet “{ $sheet }” has too many cells; the limit is { $limit }.
    .hint = Delete the rows and columns that are not needed.
sheet-missing = There is no sheet “{ $sheet }”. Sheets found: { $found }.
    .hint = { $has-near ->
        [yes] Is it the sheet “{ $near }”? If so, rename that sheet to “{ $sheet }”.
       *[no] Add a sheet “{ $sheet }” to one of the input workbooks.
    }
sheet-twice = There are two sheets named “{ $sheet }”; the other is in { $other }.
    .hint = Keep one of them, delete or rename the other.
column-missing = The column “{ $heading }” is missing from header row { $row }. Columns found: { $found }.
    .hint = { $has-near ->
        [yes] Is it the column “{ $near }”? If so, change its heading to “{ $heading }”.
       *[no] Add a column “{ $heading }”, its heading spelled exactly so.
    }
column-twice = The column “{ $heading }” stands twice, in { $first } and { $second }.
    .hint = Keep one of them, delete or rename the other.
column-extra = Columns that are not used: { $columns }.
table-empty = The sheet “{ $sheet }” has no data rows.
    .hint = Enter the data below the header row.
field-unknown = There is no field named “{ $name }”.
    .hint = { $has-near ->
        [yes] Is it “{ $near }”?
       *[no] Delete this row, or name it as in the sample workbook.
    }
field-twice = The field “{ $name }” is given twice; first in { $first }.
    .hint = Keep one of the rows.
field-missing = The field “{ $name }” is missing.
    .hint = Add a row with that name and its content.
placeholder-unknown = “{"{"}{ $name }{"}"}” names no field.
    .hint = Between the braces must stand the name of a field of the sheet “{ $sheet }”, for instance {"{"}Năm kế hoạch{"}"}.
placeholder-blank = “{"{"}{ $name }{"}"}” names a field that is blank.
    .hint = Fill in the field “{ $name }”, or take this placeholder out.
row-twice = The row “{ $key }” is given twice; first in { $first }.
    .hint = Keep one of the rows, or correct the code of the other.
row-after-total = There is a data row below the total row of the sheet “{ $sheet }”.
    .hint = Move it above the total row, or delete it.
row-missing = There is no row “{ $key }”, which the document needs.
    .hint = Add a row with that code, or correct the code that was mistyped.

# Cells
cell-required = The cell in column “{ $heading }” is empty.
    .hint = Enter a value.
cell-not-number = The cell in column “{ $heading }” must be a number, but is the text “{ $value }”.
    .hint = Type it again as a number (no thousands separators, no unit); Excel aligns numbers to the right.
cell-date-not-number = The cell in column “{ $heading }” must be a number, but Excel has made it the date { $value }.
    .hint = Set the cell's format to Number and type it again.
cell-percent-not-number = The cell in column “{ $heading }” must be a number, but is formatted as a percentage ({ $value }).
    .hint = Set the cell's format to Number and type it again.
cell-hidden-decimals = The cell in column “{ $heading }” must be a whole number, but holds decimals that are not shown (it shows { $value }).
    .hint = Round the value itself; hidden decimals can make sums wrong.
cell-not-year = The cell in column “{ $heading }” must be a year, but is “{ $value }”.
    .hint = Type a year of four digits, for instance 2025.
cell-not-date = The cell in column “{ $heading }” must be a date, but is “{ $value }”.
    .hint = Set the cell's format to Date and type day/month/year.
cell-not-text = The cell in column “{ $heading }” must be text, but is “{ $value }”.
    .hint = Set the cell's format to Text and type it again.
cell-boolean = The cell in column “{ $heading }” is a true/false value ({ $value }).
    .hint = Type the real value.
cell-fault = The cell in column “{ $heading }” shows the error { $value }.
    .hint = Correct its formula, or type the value.
cell-uncalculated = The cell in column “{ $heading }” is a formula without a result.
    .hint = Open the file in Excel, let it calculate, and save it.
cell-out-of-range = The cell in column “{ $heading }” has a value that cannot be used: { $value }.
    .hint = Type the value again.
cell-computed = The empty cell in column “{ $heading }” was computed as { $value }.

# Relations
sum-mismatch = Row { $row }, column “{ $heading }”: it says { $stated }, but { $arithmetic } = { $expected } (difference { $difference }).
    .hint = { $beyond ->
        [yes] Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
percent-mismatch = Row { $row }, column “{ $heading }”: it says { $stated }, but { $arithmetic } ≈ { $expected } (difference { $difference }).
    .hint = { $beyond ->
        [yes] Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
equal-mismatch = Row { $row }, column “{ $heading }”: it says { $stated }, but the cell it must equal says { $expected } (difference { $difference }).
    .hint = The two cells must be equal; correct the wrong one.

# Templates
template-not-named = Cannot tell which template to use: the field that names it was not found in { $files }. Sheet needed: { $sheets }. Sheets found: { $found }.
    .hint = Add that sheet, with the field that names the template folder.
template-none = The template folder holds no document template.
    .hint = Restore the folder templates/ that came with the program.
template-unknown = There is no template “{ $name }”. Templates: { $known }.
    .hint = { $has-near ->
        [yes] Is it “{ $near }”?
       *[no] Give the name of a folder under templates/.
    }
template-unknown-name = The template uses a name that the inputs do not have: { $detail }.
    .hint = Correct the name between the double braces, or add that row or column to the inputs.
template-fault = There is a fault in the template: { $detail }.
    .hint = Correct it in the template file; what stands between the braces must keep its spelling.
blank-in-sentence = The cell is empty, but the sentence at { $line } needs it ({ $key }).
    .hint = Enter a value, or change the sentence.
prose-markup = The prose has a sign that cannot be used: “{ $text }”.
    .hint = Put a \ before the sign (for instance \#, \$, \*), and check that * and _ come in pairs.
prose-number = The number { $number } is typed straight into the prose.
    .hint = Put it into the spreadsheet and name it in the sentence, so that the sentence follows when it changes.
definition-syntax = There is a fault in the definition: { $detail }.
    .hint = Correct this line of document.toml.
definition-unknown-name = The definition speaks of “{ $name }”, which it does not declare.
    .hint = Declare that name, or correct where it is used.
internal-fault = The program has met a fault of its own ({ $detail }). What was there before is untouched; please report this message.
typst-fault = The document could not be typeset: { $detail }.
    .hint = If a file under templates/ was changed just now, look at that change again.

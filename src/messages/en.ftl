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
help-diff = Compare two versions: which figures changed, in which sentences and tables, on which pages
help-sides = The old and the new version: an input folder, or a figures.json (or the output folder that holds it)
help-format = Form of the result: text (on the screen), json, or xlsx (so-sanh.xlsx in the output folder)
help-diff-exit-codes =
    Pages are known only for a document that was built: for an input folder, a figures.json of the same inputs is looked for in the output folder.
    Exit codes: 0 the same · 1 different · 2 they could not be compared.
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
usage-command = there is no command “{ $argument }”; the commands are build, check and diff.
usage-count = { $argument } must be given, no more and no less.
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

# Comparison
diff-title = { $old } compared with { $new }
diff-none = Nothing has changed: figures and sentences are the same on both sides.
diff-figures = FIGURES THAT CHANGED ({ $count })
diff-particulars = OTHER DATA THAT CHANGED ({ $count })
diff-sentences = SENTENCES THAT CHANGED FOR OTHER REASONS ({ $count })
diff-leftovers = OLD FIGURES STILL TYPED IN THE PROSE ({ $count })
diff-changed = - { $name }: { $old } → { $new }{ $delta }
diff-added = - { $name }: added { $new }
diff-removed = - { $name }: removed { $old }
diff-up = up { $amount }
diff-down = down { $amount }
diff-points = { $amount } pp
diff-cell = {"    "}input cell: { $cells }
diff-computed = {"    "}computed, by the cells: { $cells }
diff-in-sentence = {"    "}in the sentence: { $location }: { $text }
diff-in-table = in the table: { $appendix }{ $pages }{ $cell }
diff-in-form = in the parts of form{ $pages }
diff-nowhere = {"    "}not printed in the document
diff-section = section { $section }
diff-page = , page { $page }
diff-page-old = , page { $page } of the old version
diff-see-above = as shown above
diff-in-sentences = {"    "}in { $count } sentences, shown below
diff-why-wording = because the wording was edited ({ $file })
diff-why-data = because of { $names }
diff-mark-changed = «{ $old } → { $new }»
diff-mark-added = «added: { $new }»
diff-mark-removed = «cut: { $old }»
diff-new-sentence = new sentence: { $text }
diff-old-sentence = sentence cut: { $text }
diff-leftover = - { $figure } ({ $name }) is still typed in the file { $file }:
diff-reordered = The rows stand in another order in: { $sheets }.
diff-templates = Template files that are not the same on both sides: { $files }. Only figures and sentences are compared here; headings of tables and the layout may differ too.
diff-summary = In all: { $figures } figures, { $particulars } other data and { $sentences } sentences changed.
diff-written = The comparison was written to:
diff-refused = { $side }: cannot be compared.
diff-sheet-data = Figures
diff-sheet-sentences = Sentences
diff-col-name = Figure or other datum
diff-col-how = Change
diff-col-old = Old
diff-col-new = New
diff-col-difference = Difference
diff-col-percent = Per cent
diff-col-unit = Unit
diff-col-old-cell = Old input cell
diff-col-new-cell = New input cell
diff-col-printed = Printed in
diff-col-place = Place
diff-col-reason = Reason
diff-how-changed = changed
diff-how-added = added
diff-how-removed = removed
ledger-broken = The file is not a figures.json written by this program, or is damaged ({ $detail }).
    .hint = Each side must be an input folder, or a figures.json in an output folder. If the file is damaged, build the document again.
ledger-version = The figures.json is of version “{ $found }”; this program reads version “{ $wanted }”.
    .hint = Build the document again with this program, or compare two input folders.

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

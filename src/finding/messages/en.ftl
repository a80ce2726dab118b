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
help-mark-changes = Also write a copy for the person who approves (…-thay-doi.pdf): every change marked, its old value shown
help-against = The old version to compare with: an input folder or a figures.json, as in diff (default: the last issue)
help-check = Read and check only, write nothing
help-watch = Build again whenever a workbook or a template is saved, until Ctrl-C
help-diff = Compare two versions: which figures changed, in which sentences and tables, on which pages
help-issue = Make the documents, and record their present state as issued
help-issue-input = Input folders of the documents that are issued
help-issue-notes =
    The record stands in da-ban-hanh/ in the input folder, a folder for each issue, never overwritten: figures, issued files, input workbooks.
    From then on build says what has changed, and does not overwrite a file that was issued or signed: the new one is named “-sua-doi-1”.
    The date of issue is the date that the document bears.
help-attach-workbook = Put the Excel workbook of the appendices into the PDF as well, so that one signature covers both (PDF/A-3a)
help-sign = Sign a field of a finished document electronically
help-sign-files = .pdf files that “vanban build” wrote, or that the leader has signed
help-sign-field = Whose signature: leader (the person entitled to sign) or seal (the office; after the leader)
help-sign-key = PKCS#12 file (.p12, .pfx) with the key and its certificate
help-sign-pkcs11 = PKCS#11 module of a token (the file .so, .dll from its maker), in place of --key
help-sign-token = Name of the token, where there are several
help-sign-certificate = Number (hexadecimal) or name of the certificate on the token, where there are several
help-sign-password-file = File whose first line is the password or PIN (default: it is asked for)
help-sign-password-fd = Number of an open file descriptor from which the password or PIN is read
help-sign-image = Picture of the signature or the seal, PNG with a transparent background (default: name and time as text)
help-sign-image-width = Real width of the picture in millimetres, for the seal (default: as large as the field)
help-sign-tsa = Address of the time-stamp server (http://…)
help-sign-level = b: without a time stamp; t: with one; lt: the file also keeps the evidence that the certificates were valid, for later checks (default: t where a server is named, otherwise b)
help-sign-pss = Sign with RSASSA-PSS instead of PKCS#1 v1.5
help-sign-reason = Reason for signing, kept in the signature
help-sign-location = Place of signing, kept in the signature
help-sign-trust = Certificates (PEM) of the authorities that are trusted; the signer's must lead to one of them
help-sign-ocsp = Address of the server that is asked about revocation, in place of the one in the certificate
help-sign-profile = TOML file with what the office signs with every time: key, pkcs11, token, certificate, tsa, level, ocsp, pss, reason, location, leader-image, seal-image, seal-width, trust
help-sign-notes =
    A new file is written beside each one (…-da-ky.pdf; with the seal …-da-ky-dong-dau.pdf) after it has been checked; nothing is ever overwritten.
    The leader signs first, then the office. The password or PIN is asked for once, for all files.
    Exit codes: 0 all signed · 1 at least one file or the certificate was refused · 2 the work could not be done.

help-verify = Compare a finished PDF or workbook with what the inputs say now, and examine its signatures
help-verify-input = Input folder; or a file, whose input folder is then looked for under inputs/
help-verify-files = .pdf or .xlsx files to compare, also those that somebody handed back (default: the document's files in the output folder)
help-verify-trust = Certificates (PEM) of the authorities that are trusted
help-verify-online = Ask the authorities whether certificates were revoked (default: only read the answers that the file keeps)
help-verify-format = As text (default) or for programs
help-verify-notes =
    The document is built again in memory; nothing is written. A file that is not the same byte for byte is read back: the words of each page, the value of each cell.
    Words inside pictures cannot be read. Authorities are asked about revocation only with --online.
    Exit codes: 0 as the inputs say, all signatures valid · 1 something differs, a signature is not valid, or there are neither inputs nor a signature · 2 it could not be examined.
help-sides = The old and the new version: an input folder, or a figures.json (or the output folder that holds it)
help-format = Form of the result: text (on the screen), json, or xlsx (so-sanh.xlsx in the output folder)
help-diff-exit-codes =
    Pages are known only for a document that was built: for an input folder, a figures.json of the same inputs is looked for in the output folder.
    Exit codes: 0 the same · 1 different · 2 they could not be compared.
help-new = Make the input workbook (Excel) of a new document
help-folder = The new folder, for instance inputs/ke-hoach-2025
help-document = The document, a folder under templates/ (not needed where there is only one, or with --from)
help-year = The document's year, entered beforehand (with --from: the next year by default)
help-from = Last year's input folder: its names, codes and recipients are carried over, figures left blank
help-output = Output folder (default: output)
help-templates = Template folder (default: templates)
help-font-path = Folder or file of further fonts, for instance where Times New Roman is
help-jobs = How many documents are built at once (default: the machine's cores, at most 8)
help-lang = Language of messages: vi or en (default: the system's)
help-color = Colours in messages: auto, always or never (default: auto)
help-quiet = Print errors and warnings only, one line each
help-help = Print this help
help-version = Print the version
help-exit-codes =
    Exit codes: 0 all done · 1 a document was refused because of its inputs · 2 the program could not do its work.
help-value-dir = FOLDER
help-value-folder = FOLDER
help-value-name = NAME
help-value-yyyy = YEAR
help-value-input = INPUT-FOLDER
help-value-file = FILE
help-value-pem = PEM-FILE
help-value-old = OLD-VERSION
help-value-new = NEW-VERSION
help-value-n = NUMBER
help-value-module = MODULE
help-value-label = LABEL
help-value-id = NUMBER
help-value-png = PNG-FILE
help-value-mm = MILLIMETRES
help-value-url = ADDRESS
help-value-text = TEXT
usage-argument = cannot make sense of the argument “{ $argument }”.
usage-value = “{ $value }” is not a value for { $argument }.
usage-value-missing = a value must follow { $argument }.
usage-command = there is no command “{ $argument }”; the commands are { $known }.
usage-count = two folders must be given, the old version and the new one.
usage-missing = the argument { $argument } is missing.
usage-see-help = Type “vanban --help” to see how it is used.

# Progress
run-start = { $folder }
run-start-of = [{ $number }/{ $total }] { $folder }
run-progress = { $bar } { $done }/{ $total }, { $left } left
run-read = {"  "}read       { $file }: { $sheets } sheets, { $cells } cells
run-template = {"  "}template   { $name } ({ $folder })
run-checked = {"  "}checked    { $hold } relations hold, { $differ } differ within their tolerance
run-written = {"  "}written    { $pages } PDF pages, set in { $font }, to:
run-refused = { $folder }: not built, { $count } errors in the inputs. What was there before is untouched.
run-failed = { $folder }: the program could not do its work ({ $count } errors). What was there before is untouched.
run-summary = In all: { $built } built, { $refused } refused, { $failed } failed; { $warnings } warnings; { $seconds } s.
run-summary-check = In all: { $built } valid, { $refused } refused, { $failed } failed; { $warnings } warnings; { $seconds } s.
output-twice = Two input folders of the same name would be written into the same output folder; the other is { $other }.
    .hint = Rename one of the two, or build them one at a time with different --output.

# Watching
watch-built = { $folder }: built in { $seconds } seconds
watch-unfinished = { $folder }: waiting for the save to finish…
watch-waits = Watching { $count } document(s) and the templates. Press Ctrl-C to stop.
watch-stopped = Stopped watching. The documents are in { $output }.
watch-old = the version before
watch-new = this version

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

# Issued versions
issued-unchanged = Nothing has changed since issue { $number } ({ $symbol }).
issued-changed = { $folder }: since issue { $number } ({ $symbol }), { $figures } figures, { $particulars } other data and { $sentences } sentences have changed.
issued-more = … and { $count } other changes
issued-details = In full: vanban diff { $old } { $new }
issued-incomparable = Issue { $number } ({ $folder }) cannot be compared: another version of the program recorded it.
issued-revision = { $kept } was issued or signed, and is left as it is; the new one is revision { $number }, written as { $name }.
issued-signed-kept = { $name } bears a signature and its content is the same, so it is left as it is.
issued-recorded = Recorded as issue { $number }: { $symbol }, in:
issued-already = This very version is recorded as issue { $number } ({ $symbol }); nothing was added.
issued-draft = The document is still a draft, without number or date, and cannot be recorded as issued.
    .hint = Enter its number and date into the spreadsheet, then run issue again.
issued-broken = The record of an issue cannot be read ({ system-why }). Which files were issued is then unknown, so nothing was written.
    .hint = Restore this folder from a backup; do not edit or delete files in da-ban-hanh.

# The marked copy
marked-issue = issue { $number } ({ $symbol })
marked-old-pages = { $pages } (old version)
marked-none = Nothing has changed since { $base }, so no marked copy was made.
marked-written = {"  "}written    the marked copy, which is not the document:
marked-no-base = There is nothing to compare with: this document was never recorded as issued.
    .hint = Name the old version after --against, an input folder or the figures.json of what was built; or leave --mark-changes out.
marked-against = The old version named after --against cannot be read:
    .hint = It must be an input folder that can be read, a figures.json, or the output folder that holds one.
marked-many = Several documents are built, and the folder named after --against holds no folder “{ $name }”, so there is no telling what this one is to be compared with.
    .hint = Name a folder that holds a folder for each input, such as an earlier output folder, or build the documents one at a time.
marked-no-library = The template file of the marked copy is missing.
    .hint = Copy it from the program's templates into the template folder.
marked-pages-differ = In the marked copy something stands on another page than in the document; the list's page numbers are those of the document.
verify-marked-copy = { $file }: a marked copy, not the document; it is not compared.

# Verification
verify-same = { $file }: the same, byte for byte, as what the inputs give.
verify-agrees = { $file }: other bytes, but it says what the inputs say; { $figures } places of figures and all other words were read back and compared.
verify-differs = { $file }: differs from the inputs in { $count } places:
verify-as-issued = {"    "}This file is, byte for byte, what was issued as issue { $number } ({ $symbol }).
verify-other-kind = { $file }: neither a PDF nor an .xlsx file; it cannot be compared.
verify-broken = { $file }: the PDF is damaged or incomplete; it cannot be read.
verify-locked = { $file }: the PDF needs a password; it cannot be read.
verify-too-large = { $file }: the PDF is too large to be read.
verify-no-text = { $file }: the PDF has no text, perhaps it is a scan; pictures cannot be read.
verify-bad-workbook = { $file }: this workbook cannot be read.
verify-failed = { $folder }: nothing was compared, because the document cannot be built again.
verify-foreign = - This is not the document that these inputs give: only { $share }% of the words are alike.
verify-foreign-workbook = - This is not the workbook of the document: no sheet has the same name.
verify-figure =
    - { $name }: the inputs say { $ours }, the file says { $theirs }
    {"    "}page { $pages }; input cell: { $cells }
verify-figure-gone =
    - { $name }: the inputs say { $ours }, the file no longer says it
    {"    "}page { $pages }; input cell: { $cells }
verify-text = - page { $page }, after “{ $after }”: it should read “{ $ours }”, the file says “{ $theirs }”
verify-text-added = - page { $page }, after “{ $after }”: the file adds “{ $theirs }”
verify-text-gone = - page { $page }, after “{ $after }”: the file lacks “{ $ours }”
verify-pages = - pages: there should be { $ours }, the file has { $theirs }
verify-drawings = - page { $page }: { $count } more pictures or lines, which may hide words; it must be looked at
verify-unknown = - page { $page }: { $count } characters cannot be read
verify-covered = - page { $page }: a layer ({ $kind }) was laid over the words “{ $text }”; it must be looked at
verify-layer = {"    "}Note: page { $page } has a layer ({ $kind }) in an empty place; it was not compared.
verify-signed = {"    "}Note: the file bears an electronic signature.
verify-attached-same = {"    "}Note: the attached file { $name } is byte for byte the appendices that the inputs give.
verify-attached-agrees = {"    "}Note: the attached file { $name } has other bytes but says what the inputs say ({ $figures } figures).
verify-attached-differs = - the attached file { $name } differs from the inputs in { $count } places:
verify-attached-foreign = - the attached file { $name } is not the workbook of the appendices
verify-attached-unreadable = - the attached file { $name } cannot be read
verify-cell = - { $sheet } › { $cell }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }: the inputs say { $ours }, the file says { $theirs }{ $has-input ->
        [yes] ; input cell: { $input }
       *[no] {""}
    }
verify-cell-gone = - { $sheet } › { $cell }{ $has-name ->
        [yes] {" "}({ $name })
       *[no] {""}
    }: the inputs say { $ours }, in the file it is empty{ $has-input ->
        [yes] ; input cell: { $input }
       *[no] {""}
    }
verify-cell-added = - { $sheet } › { $cell }: the file adds { $theirs }
verify-formula = - { $sheet } › { $cell }: the formula should be { $ours }, the file has { $theirs }
verify-formula-gone = - { $sheet } › { $cell }: the formula { $ours } was replaced by the value { $theirs }
verify-sheet-gone = - the sheet “{ $sheet }” is missing
verify-sheet-added = - the sheet “{ $sheet }” was added; the document has none of that name
verify-sheet-hidden = - the sheet “{ $sheet }” is hidden
verify-more = … and { $count } more places

# Why the system would not do it; messages about files refer to it
system-why = { $why ->
        [not-found] there is none of that name
        [permission] you do not have the right to
        [not-a-folder] a file stands where a folder is needed
        [is-a-folder] a folder stands where a file is needed
        [exists] one of that name is there already
        [not-empty] the folder is not empty
        [disk-full] the disk is full
        [quota] your share of the disk is used up
        [too-large] the file is larger than the disk allows
        [read-only] the disk can only be read
        [bad-name] the name is too long, or has characters that a name cannot have
        [busy] another program is using it
        [not-text] it is not text in UTF-8
        [cut-short] it ends too early
        [nobody-reads] the program that was to receive it has ended
        [memory] the machine has no memory left
        [other-disk] it lies on another disk
        [links] links lead round in a circle, or there are too many of them
        [unsupported] this disk or system cannot do it
        [timed-out] it took too long
        [refused] the connection was refused or broken off
        [no-network] the network or the machine at the other end cannot be reached
        [connection-lost] the connection to the network drive was lost
        [damaged] the disk could not be read or written; it may be damaged
        [too-many] too many files are open
        [no-device] the drive is not ready
       *[other] { $detail }
    }

# Files and folders
folder-unreadable = Cannot read the folder ({ system-why }).
    .hint = Check its name, or run vanban from the folder that holds inputs/ and templates/.
file-unreadable = Cannot read the file ({ system-why }).
    .hint = Check that it is there, that no other program has locked it, and that you may read it.
text-not-utf8 = The file is not saved as UTF-8{ $is-utf16 ->
        [yes] {""}, but as Unicode (UTF-16)
       *[no] : this line has signs of another encoding
    }.
    .hint = Open it in Notepad, choose Save As, and in the box Encoding choose UTF-8.
inputs-unknown = There is no folder of that name.{ $has-known ->
        [yes] {" "}Input folders there are: { $known }.
       *[no] {" "}There is no input folder here either.
    }
    .hint = { $has-near ->
        [yes] Did you mean { $near }?
       *[no] Check the name, or run vanban from the folder that holds inputs/ and templates/.
    }
workbook-open = The workbook is open in Excel or another program ({ $files }). What has not been saved is not read.
    .hint = Save the workbook (Ctrl+S) before the document is made.
file-unwritable = Cannot write ({ system-why }). What was there before is untouched.
    .hint = Check that you may write to the output folder and that the disk is not full, and close the file if it is open in Excel or a PDF reader.
stdout-unwritable = The results could not be written in full to where they were sent ({ system-why }); part of them may be missing. Document files are not affected.
    .hint = Check that there is room where the results go (after “>” or “|” on the command line), and run the command again.
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
workbook-not-xlsx = The file is not an .xlsx workbook: { $kind ->
        [xls] it is an Excel 97–2003 workbook (.xls)
        [xlsb] it is a binary workbook (.xlsb)
        [ods] it is an OpenDocument spreadsheet (.ods)
        [docx] it is a Word document
        [pdf] it is a PDF
        [html] it is a renamed HTML page
        [xml] it is an XML file
        [csv] it is separated text (.csv)
        [zip] it is an archive without a spreadsheet
        [empty] it is empty
       *[unknown] its content is not recognised
    }.
    .hint = { $kind ->
        [docx] Copy the table to Excel, then File → Save As → Excel Workbook (.xlsx).
        [pdf] Enter the data in Excel, then File → Save As → Excel Workbook (.xlsx).
        [csv] Open it in Excel (Data → From Text/CSV), look at the columns of numbers, then File → Save As → Excel Workbook (.xlsx).
        [empty] Copy the original again; a copy or download may have been cut short.
        [zip] See whether it is the right file; only Excel workbooks (.xlsx) belong in the input folder.
        [unknown] See whether it is the right file; if Excel can open it, File → Save As → Excel Workbook (.xlsx).
       *[other] Open it in Excel, then File → Save As → Excel Workbook (.xlsx).
    }
workbook-broken = The .xlsx file is damaged and cannot be read ({ $detail }).
    .hint = Open it in Excel to repair it, and save it as a new file.
workbook-bomb = The file is beyond the safe limits when unpacked (part { $part }: { $size }).
    .hint = Open it in Excel, copy the data to a new workbook and save that.
workbook-doctype = The file has a DOCTYPE, which no workbook needs (part { $part }).
    .hint = Open it in Excel and save it as a new .xlsx file.
workbook-stray-cell = The sheet “{ $sheet }” has a stray cell at { $cell }, far from the data ({ $filled } cells hold something).
    .hint = Delete the rows and columns that are not needed (Ctrl+End shows the last cell) and save.
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
sheet-missing = { $likeness ->
        [one] The sheet “{ $near }” seems to be the sheet “{ $sheet }”, renamed; it must be named “{ $sheet }”.
       *[nothing] There is no sheet “{ $sheet }”. Sheets found: { $found }.
    }
    .hint = { $likeness ->
        [one] Rename the sheet “{ $near }” back to “{ $sheet }”.
        [several] If one of the sheets “{ $near }” is this one, rename it back to “{ $sheet }”; otherwise add a sheet “{ $sheet }”.
       *[nothing] Add a sheet “{ $sheet }” to one of the input workbooks.
    }
sheet-twice = There are two sheets named “{ $sheet }”; the other is in { $other }.
    .hint = Keep one of them, delete or rename the other.
column-missing = { $likeness ->
        [one] The heading in { $cell } is “{ $near }”, which seems to be the column “{ $heading }”, renamed; it must be headed “{ $heading }”.
       *[nothing] The column “{ $heading }” is missing from header row { $row }. Columns found: { $found }.
    }
    .hint = { $likeness ->
        [one] Correct the heading in { $cell } to “{ $heading }”.
        [several] If the column “{ $near }” is this one, correct its heading to “{ $heading }”; otherwise add a column “{ $heading }”.
       *[nothing] Add a column “{ $heading }”, its heading spelled exactly so.
    }
column-twice = The column “{ $heading }” stands twice, in { $first } and { $second }.
    .hint = Keep one of them, delete or rename the other.
column-extra = Columns that are not used: { $columns }.
table-too-long = The table of sheet “{ $sheet }” has more than { $limit } rows.
    .hint = Divide the table, or delete the rows that are not data.
findings-too-many = There are more than { $limit } findings; the rest of sheet “{ $sheet }” was not read.
    .hint = Mend those named here, then run again.
table-empty = The sheet “{ $sheet }” has no data rows.
    .hint = Enter the data below the header row.
field-unknown = There is no field named “{ $name }”.
    .hint = { $has-near ->
        [yes] Correct the name in { $cell } to “{ $near }”.
       *[no] Delete this row, or name it as in the sample workbook.
    }
field-twice = The field “{ $name }” is given twice; first in { $first }.
    .hint = Keep one of the rows.
field-missing = The field “{ $name }” is missing.
    .hint = Add a row with that name and its content.
placeholder-unknown = “{"{"}{ $name }{"}"}” names no field.
    .hint = Between the braces must stand the name of a field of the sheet “{ $sheet }”, for instance {"{"}Năm kế hoạch{"}"}.
placeholder-quotes = The place to fill in “{"{"}{ $name }{"}"}” { $is-self ->
        [yes] leads back to this very field
       *[no] leads to a field that has such places itself
    }.
    .hint = { $is-self ->
        [yes] Write the words themselves, or the name of another field.
       *[no] Name the field in which the words themselves stand.
    }
placeholder-many = The cell quotes other fields more than { $most } times.
    .hint = Write the words themselves, or quote each field once.
placeholder-blank = “{"{"}{ $name }{"}"}” names a field that is blank.
    .hint = Fill in the field “{ $name }”, or take this placeholder out.
row-twice = The row “{ $key }” is given twice; first in { $first }{ $same ->
        [no] {" "}(as “{ $other }”)
       *[yes] {""}
    }.
    .hint = Keep one of the rows, or correct the name (code) of the other.
row-after-total = The row “{ $value }” stands below the total row of the sheet “{ $sheet }”.
    .hint = Move it above the total row, or delete it.
row-missing = There is no row “{ $key }”, which the document needs.
    .hint = { $has-near ->
        [yes] Is it the row “{ $near }”? If so, change it to “{ $key }”.
       *[no] Add a row with that code, or correct the code that was mistyped.
    }
workbook-locked = The file is protected by a password, so it cannot be read.
    .hint = Open it in Excel, File → Info → Protect Workbook → Encrypt with Password, clear the password and save.
workbook-macros = The file holds macros; they are not run, and the stored values are used.
    .hint = If macros make the figures, run them in Excel and save before building.
workbook-1904 = The file counts days from 1904 (Excel for the Mac); dates were converted.
    .hint = Look at the dates in the document again.
workbook-twice = This file is the same as { $other }.
    .hint = Keep one of them in the input folder.
sheet-renamed = This sheet is used as “{ $sheet }”, although its name is written differently.
sheet-hidden = The sheet “{ $sheet }” is hidden{ $policy ->
        [read] ; its data are used all the same
       *[refuse] {""}
    }.
    .hint = Right-click any sheet's name → Unhide, look at the data, and save.
sheet-uncalculated = A program wrote the file without calculating it: { $count ->
        [one] the only formula cell ({ $cells }) is 0
       *[other] all { $count } formula cells ({ $cells }) are 0
    }.
    .hint = Open the file in Excel, let it calculate, and save it.
sheet-recalculates = The file asks to be recalculated when opened; { $count ->
        [one] the stored result of one formula cell ({ $cells }) is used
       *[other] the stored results of { $count } formula cells ({ $cells }) are used
    }.
    .hint = Open it in Excel and save, to be sure that the results are current; sums are checked in any case.
heading-unit = The heading of column “{ $heading }” says “{ $stated }”, but the definition says “{ $unit }”.
    .hint = Convert the figures to “{ $unit }”, then correct the heading.
heading-unit-missing = The unit of column “{ $headings }” is not stated; the definition says “{ $unit }”.
    .hint = Put the unit in the heading, for instance “{ $example }”, or add a line “Đơn vị tính: { $unit }” above the table.
unit-line = The unit line says “{ $stated }”, but the definition says “{ $unit }”.
    .hint = Convert the figures to “{ $unit }”, then correct this line.
row-subtotal = The row “{ $value }” is the sum of rows { $rows } and agrees with them; it is not data, so it is not printed.
subtotal-mismatch = Row “{ $value }”, column “{ $heading }”: it says { $stated }, but rows { $rows } add up to { $expected } (difference { $difference }).
    .hint = Correct the wrong cell, or delete this subtotal; the total at the end is checked in any case.
row-only-words = This row has only the words “{ $value }” in one cell; its other cells are empty.
    .hint = If it is data, fill in the empty cells; if it is a group's title or a remark, delete the row.
rows-blank = Blank rows were left out (rows { $rows }).
header-missing = No header row was found in the first { $within } rows. Columns needed: { $wanted }.
    .hint = Add a header row right above the data, its headings spelled exactly so.
workbooks-overlap = This file and { $other } both have the sheets { $sheets }; it is not clear which to use.
    .hint = Keep the right file in the input folder and move the other elsewhere.
row-repeats-headings = A row that repeats the headings was left out.
row-taken-as-total = The row “{ $value }” was taken as the total row “{ $label }”.
row-like-total = { $declared ->
        [yes] The row “{ $value }” looks like a total, but the table has another one; its total row must say “{ $label }”.
       *[no] The row “{ $value }” looks like a total, but this table has no total row.
    }
    .hint = { $declared ->
        [yes] Delete the subtotal, or write the total row's label exactly; a total is not data.
       *[no] Delete this row; a total is not data.
    }
data-after-table = There is something outside the table, which is not used: “{ $value }”.
    .hint = If it is data, move it up to the table; if not, delete it.
total-missing = The table has no total row “{ $label }”.
    .hint = Add a row “{ $label }” at the end; its figures may be left blank and are computed.
choice-unknown = “{ $value }” is not in the list.
    .hint = { $has-near ->
        [yes] Is it “{ $near }”? The list: { $choices }.
       *[no] The list: { $choices }.
    }
choice-respelt = “{ $value }” is printed as the list has it: “{ $choice }”.
choices-missing = Column “{ $heading }” lacks { $count ->
        [one] a name
       *[other] { $count } names
    } of the list: { $missing }.
    .hint = Add a row for each; enter 0 where there is nothing.
sequence-broken = The numbering is broken: “{ $value }” where { $expected } should be.
    .hint = Number the rows again, and see whether one is missing or too many.
percent-mixed = { $has-sign ->
        [yes] The cell in column “{ $heading }” is formatted as a percentage ({ $value }), while the others are plain numbers.
       *[no] The cell in column “{ $heading }” says { $value } without %, while the others are formatted as percentages.
    }
    .hint = Give the whole column one format: plain numbers on the scale of 100 (7.12), or percentages (7.12%).
rows-hidden = Hidden rows hold data: { $rows } (perhaps hidden by a filter){ $policy ->
        [skip] ; what is hidden is not used
        [read] ; what is hidden is used all the same
       *[refuse] {""}
    }.
    .hint = Unhide them or clear the filter (Data → Clear), look at the data; delete what is not needed.
columns-hidden = Hidden columns hold data: { $columns }{ $policy ->
        [skip] ; what is hidden is not used
        [read] ; what is hidden is used all the same
       *[refuse] {""}
    }.
    .hint = Unhide them, look at the data, and save.

# Cells
cell-required = The cell in column “{ $heading }” is empty.
    .hint = Enter a value.
cell-not-number = The cell in column “{ $heading }” must be a number, but { $reason ->
        [code] “{ $value }” begins with 0, so it is a code and not a quantity
        [date] “{ $value }” is a date
        [fraction] “{ $value }” is a fraction
        [exponent] “{ $value }” is written with an exponent
        [not-finite] “{ $value }” is no definite number
        [soft-hyphen] “{ $value }” has an invisible character (soft hyphen)
        [malformed] the signs in “{ $value }” make no number
        [too-long] “{ $value }” has too many digits
       *[words] is the text “{ $value }”
    }.
    .hint = Type it again as a number (no thousands separators, no unit); Excel aligns numbers to the right.
cell-date-not-number = The cell in column “{ $heading }” is the date { $value } and not a { $wanted ->
        [code] code
       *[number] number
    }; did you type { $dotted } or { $slashed }, and Excel made a date of it?
    .hint = { $wanted ->
        [code] Set the cell's format to Text and type the code again.
       *[number] Set the cell's format to Number and type it again with the decimal sign of your computer.
    }
cell-percent-not-number = The cell in column “{ $heading }” must be a number, but is formatted as a percentage ({ $value }).
    .hint = Set the cell's format to Number and type it again.
cell-hidden-decimals = The cell in column “{ $heading }” is { $stored }, but the column takes { $whole ->
        [yes] whole numbers only
       *[no] at most { $decimals } decimals
    }{ $hidden ->
        [yes] {" "}(the cell shows { $value })
       *[no] {""}
    }.
    .hint = Round the value itself (function ROUND); hidden decimals can make sums wrong.
cell-not-year = The cell in column “{ $heading }” must be a year, but is “{ $value }”.
    .hint = Type a year of four digits, for instance 2025.
cell-not-date = The cell in column “{ $heading }” must be a date, but is “{ $value }”.
    .hint = Set the cell's format to Date and type day/month/year.
cell-not-text = The cell in column “{ $heading }” must be text, but is “{ $value }”.
    .hint = Set the cell's format to Text and type it again.
cell-boolean = The cell in column “{ $heading }” is a true/false value ({ $value }).
    .hint = Type the real value.
cell-fault = The cell in column “{ $heading }” shows the error { $value }{ $has-formula ->
        [yes] ; its formula: { $formula }
       *[no] {""}
    }.
    .hint = Correct its formula, or type the value.
cell-uncalculated = { $count ->
        [one] A formula cell has no result
       *[other] { $count } formula cells have no result
    }: { $cells }.
    .hint = Open the file in Excel, let it calculate, and save it.
cell-out-of-range = The cell in column “{ $heading }” has a value that cannot be used: { $value }.
    .hint = Type the value again.
cell-computed = The empty cell in column “{ $heading }” was computed as { $value }.
text-encoding = { $count ->
        [one] A cell is
       *[other] { $count } cells are
    } typed in { $encoding } instead of Unicode, for instance “{ $value }” → “{ $decoded }”{ $policy ->
        [convert] ; converted
       *[refuse] {""}
    }.
    .hint = Convert the file to Unicode (Unikey's converter: Ctrl+Shift+F6) and change the font to Times New Roman.
text-lookalike = “{ $letter }” in { $cells } looks like Đ but is not the Vietnamese letter; it was replaced by “Đ”.
    .hint = Type the letter Đ again with a Vietnamese keyboard.
text-damaged = The text is damaged: “{ $value }”.
    .hint = Type the text of this cell again.
text-too-long = The text of the cell is too long (over 32,767 characters): “{ $value }”.
    .hint = Shorten it.
text-unbroken = A word of { $count } characters without a blank cannot be set: “{ $value }”.
    .hint = Put blanks between the words, or shorten it; at most { $most } characters may stand together.
text-joined = A line break in the cell in column “{ $heading }” was taken out.
text-tidied = Spare blanks and invisible characters were dropped, or accents composed, in { $count ->
        [one] one cell
       *[other] { $count } cells
    }: { $cells }.
cell-covered = The cell is covered by the merged { $range } but holds “{ $value }”, which is not used.
    .hint = Unmerge (Home → Merge & Center) to see what is covered, then delete or move it.
cell-merged = The cells { $range } are merged (“{ $value }”); each cell of data needs its own value.
    .hint = Unmerge them and enter a value in each cell.
cell-volatile = Formulas whose value changes each time the file is opened (TODAY, OFFSET, INDIRECT…): { $cells }; the stored value is used.
    .hint = Replace the formulas by their values (Paste Special → Values).
cell-linked = Figures that come from another file ({ $other }): { $cells }; what is stored is used.
    .hint = Make sure that the other file is the newest one, or replace the formulas by their values (Paste Special → Values).
cell-typed-over = The number { $value } was typed where the cells above and below are formulas.
    .hint = Look again; if it is a slip, copy the formula from the cell beside it.
cell-scaled = Column “{ $heading }”: the format of { $cells } shows thousands or millions only (#,##0,); the real value is larger than what is seen.
    .hint = Change the format to #,##0 to see the real value, then check the unit.
cell-fault-unknown = The cell shows the error { $value }.
    .hint = Correct its formula, or type the value, and save it with Excel.
cell-text-lost = The cell refers to text number { $index }, which the file does not have.
    .hint = The file is damaged at this cell: open it in Excel to repair it, type the cell again, and save it as a new file.
cell-number-lost = The number in this cell is stored wrongly and cannot be read.
    .hint = The file is damaged at this cell: open it in Excel, type the number again, and save it as a new file.
cell-number-as-text = The cell in column “{ $heading }” is the text “{ $value }”, not a number; it probably means { $reading } (Vietnamese style).
    .hint = Type it again as a number, or select the column and use Data → Text to Columns → Finish.
cell-ambiguous = The cell in column “{ $heading }” is the text “{ $value }”, which may mean { $readings ->
        [two] { $first } or { $second }
       *[one] { $first } or another number
    } (Vietnamese style).
    .hint = Type it again as a number; it is not guessed, since one sign makes a factor of a thousand.
cell-american = The cell in column “{ $heading }” is the text “{ $value }”, written the American way; it probably means { $reading } (Vietnamese style).
    .hint = Type it again as a number, without thousands separators.
cell-formula-as-text = The cell in column “{ $heading }” is the text “{ $value }”, not a formula.
    .hint = Change the cell's format from Text to General, then press F2 and Enter so that Excel calculates it.
cell-unit = { $has-unit ->
        [yes] The cell “{ $value }” says “{ $stated }”, but column “{ $heading }” counts in “{ $unit }”.
       *[no] The cell “{ $value }” in column “{ $heading }” says “{ $stated }”, but the column has no unit.
    }
    .hint = Convert it to the column's unit and type the number alone.
cell-mark = The cell in column “{ $heading }” has only “{ $value }”: it may mean zero or nothing.
    .hint = Type 0, or clear the cell.
cell-beyond = The cell in column “{ $heading }” is { $value }, { $side ->
        [below] below the least value { $bound }
       *[above] above the greatest value { $bound }
    }.
    .hint = Look at the number again.
cell-date-doubtful = It is not clear which date “{ $value }” is.
    .hint = Type day/month/year with a year of four digits, for instance 05/03/2025.
cell-date-far = The date { $value } is outside the years { $first }–{ $last }.
    .hint = Look at the year again.
mark-as-figure = Column “{ $heading }”: “{ $mark }” in { $count ->
        [one] one cell
       *[other] { $count } cells
    } was taken for { $meaning ->
        [zero] zero
       *[blank] nothing
    }: { $cells }.
text-as-number = Column “{ $heading }”: { $count ->
        [one] one cell typed as text was
       *[other] { $count } cells typed as text were
    } read the Vietnamese way: { $readings }.

more-cells = { $count ->
        [one] Another cell
       *[other] { $count } more cells
    } of the column likewise.

# Relations
figure-suspect = Row { $row }, column “{ $heading }”: it says { $stated }; with { $instead } all { $count } sums below, which are wrong now, would be right.
    .hint = Look at this cell first. If it is right, correct the others; the document is not made until they agree.
sum-mismatch = Row { $row }, column “{ $heading }”: it says { $stated }, but { $is-single ->
        [yes] the only cell that it adds up says { $expected }
       *[no] { $arithmetic } = { $expected }
    } (difference { $difference }).
    .hint = { $beyond ->
        [yes] { $slip ->
            [omitted] The total lacks exactly cell { $suspect }: perhaps it was left out.{" "}
            [doubled] The total exceeds by exactly cell { $suspect }: perhaps it was counted twice.{" "}
            [swapped] With { $instead } in cell { $suspect } they would agree: perhaps two digits changed places.{" "}
            [shifted] With { $instead } in cell { $suspect } they would agree: perhaps a 0 is missing or too many.{" "}
           *[none] {""}
        }Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
percent-mismatch = Row { $row }, column “{ $heading }”: it says { $stated }, but { $arithmetic } ≈ { $expected } (difference { $difference }).
    .hint = { $beyond ->
        [yes] Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
equal-mismatch = Row { $row }, column “{ $heading }”: it says { $stated }, but the cell it must equal says { $expected } (difference { $difference }).
    .hint = The two cells must be equal; correct { $here } to { $expected }, or look at { $there } again.

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
definition-key = “{ $name }” cannot be the key of a table, column or field: a key is not blank and has no “/” in it, and no table is called “doc” or “recipients”.
    .hint = Choose another key, for instance of letters, digits and “_”.
definition-bound = “{ $owner }”: { $key } = { $value } is out of bounds; it must be from { $least } to { $most }.
    .hint = Correct the key “{ $key }”.
definition-empty = “{ $owner }”: the list “{ $key }” is empty.
    .hint = Fill it in; a document without appendices has no section “appendix” at all.
narrative-missing = { $has-files ->
        [yes] The narrative holds no sentence, so the document would have no body.
       *[no] The narrative is missing: the folder is not there, or holds no file whose name ends with .typ.j2. The document would have no body.
    }
    .hint = Write the text into files such as 01-mo-dau.typ.j2 in this folder. With Notepad, choose All files as the type when saving, or .txt is added to the name.
internal-fault = The program has met a fault of its own ({ $detail }). What was there before is untouched; please report this message.
typst-fault = The document could not be typeset: { $detail }.
    .hint = If a file under templates/ was changed just now, look at that change again.

# Reading and updating PDF files for signatures
pdf-none = This is no PDF file.
pdf-too-large = The PDF is too large to sign it or to check its signatures.
pdf-broken = The PDF is damaged, cut short, or built so that programs may understand it differently.
    .hint = Make the document anew with “vanban build” and sign that file; do not save it with another program before it is signed.
pdf-cross-reference-stream = The PDF has cross-reference streams, as files saved by other programs do; some programs call a signature invalid that is appended to such a file.
    .hint = Sign the file that “vanban build” wrote, not a copy saved by another program.
pdf-encrypted = The PDF has a password or restrictions; it cannot be signed, nor its signatures checked.
    .hint = Use the original file, which has no password.
pdf-unprepared = The signature fields could not be made in the PDF.
sign-field-none = The file has no signature field { $field }; it has: { $known }.
    .hint = Only documents with a number and a date, made by “vanban build”, have signature fields; drafts have none.
sign-field-signed = The field { $field } is signed already.
sign-after-seal = The office has put its seal already, so the leader can no longer sign.
    .hint = The leader signs first, then the office. Begin again with the file that is not signed.
sign-changed = The file was changed after it was signed, so it cannot be signed again.
    .hint = “vanban verify” shows where it was changed; take the signed file as it was before that.
sign-time = The time of signing “{ $time }” is not of the form D:20261122110000+07'00'.
sign-drawing = The visible signature could not be drawn ({ $detail }).
sign-picture = The picture of the signature cannot be read ({ $detail }).
    .hint = Save it again as PNG with a transparent background.
sign-picture-kind = The picture of the signature is no PNG file.
    .hint = Decree 30/2020/NĐ-CP wants .png with a transparent background.
sign-picture-large = The picture of the signature is too large ({ $width } × { $height } pixels).
    .hint = Some 600 pixels to the inch are enough, and 40 million pixels the most.
sign-picture-wide = The seal in its real size is { $width } × { $height } mm, larger than its field of { $field-width } × { $field-height } mm.
    .hint = Give the real size of the seal.

# What happened after a signature
later-filled = the field { $field } was signed afterwards
later-validation-data = data for validation (certificates, revocation) were added afterwards
later-pages = after signing, pages were added, removed or moved (before { $before }, now { $after })
later-page = after signing, the content of page { $page } was changed
later-annotations = after signing, something was laid over page { $page }, removed from it or changed
later-form = after signing, the field { $field } was changed otherwise than by signing it
later-catalog = after signing, properties of the whole file were changed
later-trailer = after signing, the end of the file was made to point elsewhere
later-unlisted = after signing, bytes were added that no table lists
later-object = after signing, object { $object } of the file was added or changed
later-bytes = after signing, unknown data were appended to the file
later-range = the signature does not cover the whole content

# Keys and certificates
key-password = The password of the key file is wrong.
    .hint = Enter it again, minding capitals and the Vietnamese keyboard; nothing was signed.
key-broken = The key file is damaged or is no PKCS#12 file ({ $detail }).
    .hint = Take the file .p12 or .pfx as the authority issued it.
key-encryption = The key file is encrypted in a way that this program does not know ({ $detail }).
    .hint = Export it again with AES-256, for instance with a newer version of the tool.
key-none = There is no key in the file.
    .hint = A file of certificates alone cannot sign; take the file that holds the private key.
key-several = There are { $count } keys in the file.
    .hint = Export the key that is to sign into a file of its own.
key-certificate = None of the certificates in the file belongs to its key; there are: { $names }.
    .hint = Export the key together with its own certificate.
key-weak = The key is too weak for signing ({ $algorithm }).
    .hint = Ask the authority for a key of at least 2048 bits (RSA) or 256 bits (ECDSA).
key-kind = The key is of a kind that this program does not sign with.
    .hint = RSA from 2048 bits on, and ECDSA on P-256 and P-384 can be used.
key-mismatch = The key that signed is not that of the certificate of { $name }; nothing was written.
    .hint = Have the issuer of the token examine it: key and certificate bear the same number but are no pair.
token-module = The PKCS#11 module { $file } cannot be used ({ $detail }).
    .hint = Install the software of the token's maker, and name its 64-bit .so or .dll file.
token-none = No token is found through { $file }.
    .hint = Plug the token in, wait for its light, and sign again.
token-several = There are several tokens: { $names }.
    .hint = Choose one with --token, or take the others out.
token-unknown = There is no token named “{ $label }”; there are: { $names }.
    .hint = Check --token, or plug the right token in.
token-locked = The token “{ $label }” is locked, since a wrong PIN was entered too often.
    .hint = Ask the issuer of the token to unlock it.
token-final-try = The token “{ $label }” has one try for the PIN left, so the program leaves it alone.
    .hint = Enter the right PIN once with the maker's own software, then sign again.
token-pin = The PIN of the token “{ $label }” is wrong.
    .hint = The program does not try again by itself: a few more wrong PINs lock the token.
token-pin-last = The PIN of the token “{ $label }” is wrong, and one try is left.
    .hint = Ask the token's holder; enter the right PIN once with the maker's own software before signing again.
token-pin-length = The PIN was not tried: PINs of the token “{ $label }” have { $least } to { $most } characters.
    .hint = Enter the whole PIN; in a file it stands alone on the first line.
token-pin-expired = The PIN of the token “{ $label }” has expired.
    .hint = Change the PIN with the maker's own software.
token-removed = The token was taken out ({ $detail }).
    .hint = Plug it in and sign again; the files signed before that are there.
token-failed = The token reports a fault ({ $detail }).
    .hint = Take it out and plug it in again, or see whether the maker's own software can sign with it.
token-no-certificate = The token “{ $label }” holds no certificate of a signer.
    .hint = See whether it is the right token.
token-no-key = The token does not hold the private key of the certificate { $name }.
    .hint = See whether it is the right token.
token-certificate-unknown = No certificate on the token “{ $label }” is “{ $wanted }”; there are: { $names }.
    .hint = Choose one of them with --certificate.
token-certificates = Several certificates on the token can sign: { $names }.
    .hint = Choose one with --certificate, by the number in brackets.
token-mechanism = The token cannot sign in this way ({ $detail }).
    .hint = Leave out --pss if it was given, or ask the token's maker.
certificate-broken = The certificate cannot be read ({ $detail }).
certificate-not-yet = The certificate of { $name } is valid only from { $from } on (considered: { $at }).
    .hint = Check this computer's date, or wait until the certificate is valid.
certificate-expired = The certificate of { $name } expired on { $until } (considered: { $at }).
    .hint = Have the certificate renewed; a signature with a time stamp stays valid after the certificate has expired.
certificate-usage = The certificate of { $name } is not for signing documents.
    .hint = Choose the signing certificate, not one of an authority, a server or a time-stamp service.
certificate-weak = The certificate of { $name } rests on an algorithm that is no longer safe ({ $algorithm }).
    .hint = Ask the authority for a new certificate.
certificate-algorithm = The certificate of { $name } uses an algorithm that this program does not know ({ $algorithm }).
certificate-beside = The signature also keeps a certificate of { $name } that does not belong to the signer's path, or was altered; it is not needed.
certificate-forged = The certificate of { $name } does not bear the signature of { $issuer }.
certificate-critical = The certificate of { $name } has a binding condition that this program does not know ({ $extension }).
certificate-no-authority = The certificate of { $name } may not issue certificates, yet one was issued with it.
certificate-unknown = The certificate of { $name } leads to “{ $authority }”, which is not among the trusted authorities.
    .hint = If that authority is to be trusted, add its certificate with --trust.

certificate-revoked = The certificate of { $name } was revoked on { $since }.
    .hint = Do not use it any more; ask the authority that issued it.

# Revocation
revocation-unchecked = Whether the certificate of { $name } was revoked could not be checked: { $reason ->
        [revocation-no-address] it does not say where to ask
        [revocation-no-issuer] the certificate of its authority is not known
        [revocation-no-trust] it leads to no trusted authority, so the addresses in it are not asked
        [revocation-none] the file keeps no answer about it
        [certificate-weak] its authority uses an algorithm that this program does not accept ({ $algorithm })
        [certificate-algorithm] its authority uses an algorithm that this program does not accept ({ $algorithm })
        [revocation-other] the answer is not about it
        [revocation-refused] the server refused to answer (status { $status })
        [revocation-broken] the answer cannot be read ({ $detail })
        [revocation-forged] the answer is not signed by its authority
        [revocation-stale] the answer is of { $time }, which is too old or not yet
        [revocation-unknown] the server does not know it
        [revocation-scope] the list is about some certificates only
        [server-address] “{ $url }” is no address of a server (http://…)
        [server-refused] the server { $url } refused (HTTP { $status })
        [server-unreachable] the server { $url } did not answer ({ system-why })
       *[other] { $reason }
    }.

# Signatures and time stamps
signature-broken = The signature cannot be read ({ $detail }).
signature-signers = The signature has { $count } signers instead of one.
signature-no-certificate = The signer's certificate is missing from the signature.
signature-weak = The signature uses an algorithm that is no longer safe ({ $algorithm }).
signature-algorithm = The signature uses an algorithm that this program does not know ({ $algorithm }).
signature-forged = The signature was not made with the key of the certificate in it.
signature-other-content = The signed content was changed.
signature-other-certificate = The certificate in the signature is not the one that was signed with.
stamp-broken = The time stamp cannot be read ({ $detail }).
stamp-refused = The time-stamp server { $url } gave no time stamp (status { $status }).
    .hint = Try again later, or ask the provider whether this office may use the server.
stamp-imprint = The time stamp is for another signature.
stamp-nonce = The time stamp does not answer the question that was asked.
stamp-time = The time stamp says { $time }, but this computer's clock says { $now }.
    .hint = Set this computer's date, time and time zone, then sign again.
stamp-certificate = The certificate of { $name } is not one for time stamps.
server-address = “{ $url }” is not the address of a server (http://…).
server-refused = The server { $url } refused the request (HTTP { $status }).
server-unreachable = The server { $url } did not answer, { $tries } tries ({ system-why }).
    .hint = Check the network and the address, and sign again; nothing was signed.
random-none = The system gave no random numbers ({ $detail }).
sign-too-large = The signature does not fit into the file.
sign-unproved = The signed file did not stand the check afterwards ({ $detail }); it was not written.

# Signatures as verify tells them
verify-no-stamp = The signature has no time stamp: its time is what the signer's computer said.
verify-no-anchors = Whether the certificate leads to a trusted authority was not checked.
    .hint = Name the authority's certificate (PEM) with --trust.
verify-stamp-unknown = The time stamp of { $name } leads to “{ $authority }”, which is not among the trusted authorities.

# The command sign
sign-key = Signing as { $name }, certificate issued by { $issuer }
sign-password = Password of { $file }:
sign-pin = PIN of the token “{ $label }”:
sign-pin-pad = Enter the PIN on the token “{ $label }”.
sign-no-stamp = Level b: without a time stamp. The time in the signature is this computer's; with --tsa it is proved.
sign-waiting = Waiting for the server { $url } (try { $number }) …
sign-stamped = Time-stamped { $time } by { $server }
sign-exists = The signed file is there already, and is not overwritten.
    .hint = Move it elsewhere first if the document is to be signed anew.
sign-stopped = { $count ->
        [one] One more file was not signed
       *[other] { $count } more files were not signed
    }, because the token refused.
sign-no-server = A time stamp was asked for (--level t or lt), but no server is named.
    .hint = Name the server with --tsa, or in the profile.
sign-no-evidence = The evidence about revocation (--level lt) cannot be kept: the certificate of { $name } could not be checked.
    .hint = Check the network and sign again, or sign with --level t; nothing was written.
sign-no-key = No key is named.
    .hint = Name the PKCS#12 file with --key, the token's module with --pkcs11, or either in the profile.
password-unreadable = The password could not be read ({ system-why }).
    .hint = Run the command on a terminal, or give the password with --password-file or --password-fd.
profile-broken = There is a fault in the profile: { $detail }.
    .hint = Correct this line; “vanban sign --help” lists the settings.

# What verify says of signatures
signature-holds = {"    "}Signature { $field }: VALID
signature-fails = {"    "}Signature { $field }: NOT VALID
signature-problem = {"      "}- { $text }
signature-doubt = {"      "}(note) { $text }
signature-signer = {"      "}signer: { $value }
signature-issuer = {"      "}certificate: issued by { $value }, number { $serial }
signature-trusted = {"      "}trusted authority: { $value }
signature-claimed = {"      "}time by the signer's computer: { $value }
signature-stamped = {"      "}time stamp: { $value } by { $server }
signature-made-with = {"      "}algorithm: { $value }
signature-reason = {"      "}reason: { $value }
signature-location = {"      "}place: { $value }
signature-not-revoked = {"      "}revocation: { $name }: not revoked, as of { $time } ({ $kind ->
        [ocsp] OCSP answer
       *[crl] revocation list
    }, { $source ->
        [file] kept in the file
       *[other] { $source }
    })
signature-revoked = {"      "}revocation: { $name }: REVOKED since { $since }, as said on { $time } ({ $kind ->
        [ocsp] OCSP answer
       *[crl] revocation list
    }, { $source ->
        [file] kept in the file
       *[other] { $source }
    })
signature-covered = {"      "}{ $is-whole ->
        [yes] covers the whole file
       *[no] covers the file up to revision { $value } of { $count }
    }
signature-later = {"      "}allowed: { $text }
signature-vacant = {"    "}Field { $field }: not signed yet
signature-none = {"    "}The file bears no signature.

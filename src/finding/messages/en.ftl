# Labels
label-error = error
label-warning = warning
label-note = note
label-hint = remedy
label-accepted = accepted by the definition

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
help-replaces = This version corrects (dinh-chinh) or replaces (thay-the) the one issued under its number; needed where it says something else
help-issue-notes =
    The record stands in da-ban-hanh/ in the input folder, a folder for each issue, never overwritten: figures, issued files, input workbooks, templates.
    From then on build says what has changed, and does not overwrite a file that was issued or signed: the new one is named “-sua-doi-1”.
    The date of issue is the date that the document bears.
help-attach-workbook = Put the Excel workbook of the appendices into the PDF as well, so that one signature covers both (PDF/A-3a)
help-sign = Sign a field of a finished document electronically
help-sign-files = .pdf files that “vanban build” wrote, or that the leader has signed
help-sign-field = Whose signature: leader (the person entitled to sign) or seal (the office; after the leader), second-leader, second-seal for who signs on the left (minutes, joint documents)
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
    Of a record (da-ban-hanh/01-…), it is built again from the inputs and templates that the record keeps.
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
help-example = Start from the example of the document: a workbook filled in, which can be built at once and then changed
help-output = Output folder (default: output)
help-templates = Template folder (default: templates)
help-font-path = Folder or file of further fonts, for instance where Times New Roman is
help-jobs = How many documents are built at once (default: the machine's cores, at most 8)
help-lang = Language of messages: vi or en (default: Vietnamese, unless the system names another language)
help-color = Colours in messages: auto, always or never (default: auto)
help-quiet = Print errors and warnings only, one line each
help-help = Print this help
help-version = Print the version
help-exit-codes =
    Exit codes: 0 all done · 1 a document was refused because of its inputs · 2 the program could not do its work.
help-value-command = COMMAND
help-value-options = OPTIONS
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
run-read = {"  "}read       { $file }: { $sheets ->
        [one] 1 sheet
       *[other] { $sheets } sheets
    }, { $cells ->
        [one] 1 cell
       *[other] { $cells } cells
    }
run-template = {"  "}template   { $name } ({ $folder })
run-checked = {"  "}checked    { $hold ->
        [one] 1 relation holds
       *[other] { $hold } relations hold
    }, { $differ ->
        [one] 1 differs within its tolerance
       *[other] { $differ } differ within their tolerance
    }
run-written = {"  "}written    { $pages ->
        [one] 1 PDF page
       *[other] { $pages } PDF pages
    }, set in { $font }, to:
run-refused = { $folder }: not built, { $count ->
        [one] 1 error
       *[other] { $count } errors
    } in the inputs. What was there before is untouched.
run-not-recorded = { $folder }: not recorded as issued; nothing was written or changed.
run-failed = { $folder }: the program could not do its work ({ $count ->
        [one] 1 error
       *[other] { $count } errors
    }). What was there before is untouched.
run-summary = In all: { $built } built, { $refused } refused, { $failed } failed; { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }; { $seconds } s.
run-summary-check = In all: { $built } valid, { $refused } refused, { $failed } failed; { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }; { $seconds } s.
output-twice = Two input folders of the same name would be written into the same output folder; the other is { $other }.
    .hint = Rename one of the two, or build them one at a time with different --output.

# Watching
watch-built = { $folder }: built in { $seconds } seconds
watch-unfinished = { $folder }: waiting for the save to finish…
watch-waits = Watching { $count ->
        [one] 1 document
       *[other] { $count } documents
    } and the templates. Press Ctrl-C to stop.
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
diff-in-sentences = {"    "}in { $count ->
        [one] 1 sentence
       *[other] { $count } sentences
    }, shown below
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
diff-summary = In all: { $figures ->
        [one] 1 figure
       *[other] { $figures } figures
    }, { $particulars } other data and { $sentences ->
        [one] 1 sentence changed
       *[other] { $sentences } sentences changed
    }.
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
ledger-broken = The file is not a figures.json written by this program, or is damaged (from line { $line } on).
    .hint = Each side must be an input folder, or a figures.json in an output folder. If the file is damaged, build the document again.
ledger-version = The figures.json is of version “{ $found }”; this program reads version “{ $wanted }”.
    .hint = Build the document again with this program, or compare two input folders.
# New input workbooks
new-carried = {"  "}carried    from { $from }: { $facts ->
        [one] 1 particular
       *[other] { $facts } particulars
    }, { $recipients ->
        [one] 1 recipient
       *[other] { $recipients } recipients
    }, { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }; figures left blank
new-written = {"  "}written    the input workbook:
new-next = What next: open it in Excel, read its first sheet, enter the figures and save; then type “vanban check { $folder }”.
new-folder-taken = The folder already holds a workbook; a new one never overwrites anything.
    .hint = Choose a folder that is not there yet, or move the old file elsewhere.
new-document-unnamed = There are several documents, and none was chosen: { $known }.
    .hint = Name one after --document.
new-year-unused = This document has no particular that is a year, so --year cannot be used.
    .hint = Leave --year out.
example-none = This document has no example (vi-du.toml).
    .hint = Those that have one: { $known }.
example-value = The example says “{ $value }” for { $name }, which is not the number or date that belongs there.
    .hint = Numbers without grouping and with a decimal point (1234.5), dates as 15/8/2025.
from-other-document = Last year's input is of the document “{ $found }”, whose sheets and columns differ from those of “{ $wanted }”.
    .hint = Name an input of the same document after --from, or “{ $found }” after --document.
from-older = Last year's input was made for another version of the input workbook; what has kept its name was carried over.
    .hint = Look at every sheet again, at new columns above all.
from-lacks = { $likeness ->
        [one] Last year's input says “{ $near }”, which was taken for “{ $name }”.
        [headings] Last year's input says “{ $near }”, which was taken for “{ $name }”.
       *[nothing] Last year's input has no “{ $name }”; it is blank in the new workbook.
    }
    .hint = { $likeness ->
        [one] Look at this part of the new workbook again.
        [headings] Look at this part of the new workbook again.
       *[nothing] The form has gained it, or it was called otherwise; copy it where last year's input has it under another name.
    }
from-column-new = Column “{ $heading }” of sheet “{ $sheet }” is new; last year's workbook did not have it, and it is blank in the new one.
    .hint = Fill it in; its heading bears a note.
from-column-gone = The document no longer uses the column “{ $heading }”; it was not carried over.
    .hint = If it is still needed, declare it in document.toml again and make the workbook anew.
from-column-renamed = “{ $was }” is now called “{ $heading }”; it was carried over by the key of the column.
column-carried = Column “{ $heading }”: the figures of this very column of last year's workbook were carried over.

# Issued versions
issued-unchanged = Nothing has changed since issue { $number } ({ $symbol }).
issued-changed = { $folder }: since issue { $number } ({ $symbol }), { $figures ->
        [one] 1 figure
       *[other] { $figures } figures
    }, { $particulars } other data and { $sentences ->
        [one] 1 sentence has changed
       *[other] { $sentences } sentences have changed
    }.
issued-more = … and { $count ->
        [one] 1 other change
       *[other] { $count } other changes
    }
issued-details = In full: vanban diff { $old } { $new }
issued-incomparable = Issue { $number } ({ $folder }) cannot be compared: another version of the program recorded it.
issued-revision = { $kept } was issued or signed, and is left as it is; the new one is revision { $number }, written as { $name }.
issued-signed-kept = { $name } bears a signature and its content is the same, so it is left as it is.
issued-recorded = Recorded as issue { $number }: { $symbol }, in:
issued-replacing = Recorded as issue { $number }: { $symbol }, { $way ->
        [correction] a correction of
       *[replacement] a replacement for
    } issue { $old }, in:
issued-replaced = Issue { $number } ({ $symbol }) was { $way ->
        [correction] corrected
       *[replacement] replaced
    } by issue { $by }.
issued-signed-added = The signed copy { $name } was added to that record.
issued-again = { $symbol } is recorded already as issue { $number }, and says something else{ $what ->
        [content] : { $figures ->
            [one] 1 figure
           *[other] { $figures } figures
        }, { $particulars ->
            [one] 1 other particular
           *[other] { $particulars } other particulars
        } and { $sentences ->
            [one] 1 sentence differ
           *[other] { $sentences } sentences differ
        }
        [looks] {""} (figures and sentences are the same, the pages are not)
       *[unknown] {""}
    }. Nothing was written.
    .hint = A new document takes a new number. If this one corrects or replaces the one that was issued, run again with --replaces dinh-chinh (a correction) or --replaces thay-the (a replacement).
issued-nothing = Nothing was issued yet that could be corrected or replaced.
    .hint = Leave --replaces out; if the document was issued before, restore the folder da-ban-hanh from a backup.
issued-altered = This file is not as it was at issue { $number } ({ $symbol }): it was changed, removed or added since. Nothing can be compared by it.
    .hint = Restore the folder of the record from a backup; change, remove and add nothing in da-ban-hanh.
appendices-gone = The document has no appendices any more, so { $name }, which an earlier build left, was taken away.
issued-already = This very version is recorded as issue { $number } ({ $symbol }); nothing was added.
issued-draft = Not recorded as issued: the document still lacks { $lacking ->
        [number] its number
        [date] its date
       *[both] its number and its date
    }.
    .hint = Enter it in the sheet “{ $sheet }”, cell { $wanted }, save, and run issue again.
issued-broken = The record of an issue cannot be read ({ system-why }). Which files were issued is then unknown, so nothing was written.
    .hint = Restore this folder from a backup; do not edit or delete files in da-ban-hanh.

# The marked copy
marked-issue = issue { $number } ({ $symbol })
marked-old-pages = { $pages } (old version)
marked-none = Nothing has changed since { $base }, so no marked copy was made.
marked-too-many = { $count } places differ from { $base }, more than { $most }, so no marked copy is made; vanban diff lists the changes.
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
verify-agrees = { $file }: other bytes, but it says what the inputs say; { $figures ->
        [one] 1 place of a figure
       *[other] { $figures } places of figures
    } and all other words were read back and compared.
verify-differs = { $file }: differs from the inputs in { $count ->
        [one] 1 place
       *[other] { $count } places
    }:
verify-record = Compared with issue { $number } ({ $symbol }), by the inputs and templates that its record keeps.
verify-record-today = Compared with issue { $number } ({ $symbol }). Its record was made by an older version of the program and keeps no templates, so today's are used; what differs may come from changes in them.
verify-record-fonts = The fonts are not those of the issue; pages may break elsewhere.
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
verify-drawings = - page { $page }: { $count ->
        [one] 1 more picture or line
       *[other] { $count } more pictures or lines
    }, which may hide words; the page must be looked at
verify-unknown = - page { $page }: { $count ->
        [one] 1 character
       *[other] { $count } characters
    } cannot be read
verify-covered = - page { $page }: a layer ({ $kind }) was laid over the words “{ $text }”; it must be looked at
verify-layer = {"    "}Note: page { $page } has a layer ({ $kind }) in an empty place; it was not compared.
verify-signed = {"    "}Note: the file bears an electronic signature.
verify-attached-same = {"    "}Note: the attached file { $name } is byte for byte the appendices that the inputs give.
verify-attached-agrees = {"    "}Note: the attached file { $name } has other bytes but says what the inputs say ({ $figures ->
        [one] 1 figure
       *[other] { $figures } figures
    }).
verify-attached-differs = - the attached file { $name } differs from the inputs in { $count ->
        [one] 1 place
       *[other] { $count } places
    }:
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
verify-more = … and { $count ->
        [one] 1 more place
       *[other] { $count } more places
    }

# Whose signature; the messages about signature fields lead here
field-whose = { $field ->
        [ChuKyLanhDao] of the leader
        [DauCoQuan] of the office
       *[other] “{ $field }”
    }

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
        [no-record] its content was changed or damaged
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
        [unsaid] { $detail }
       *[other] the system reports error { $number }: { $detail }
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
font-faces = The typeface { $family } lacks: { $faces }.{ $has-damaged ->
        [yes] {" "}Damaged font files: { $damaged }.
       *[no] { "" }
    }
    .hint = Restore the folder templates/fonts/ that came with the program, or put the missing font files where --font-path points.
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
workbook-broken = The .xlsx file is damaged and cannot be read: { $broken ->
        [zip] it was cut short, or is no packed file
        [overlap] its parts overlap
        [twice] two of its parts have one name
        [unpack] a part of it cannot be unpacked
       *[sheets] its parts do not fit together
    }.
    .hint = Open it in Excel to repair it, and save it as a new file.
workbook-bomb = The file is beyond the safe limits when unpacked (part { $part }: { $size }).
    .hint = Open it in Excel, copy the data to a new workbook and save that.
workbook-doctype = The file has a DOCTYPE, which no workbook needs (part { $part }).
    .hint = Open it in Excel and save it as a new .xlsx file.
workbook-stray-cell = The sheet “{ $sheet }” has a stray cell at { $cell }, far from the data (cells that hold something: { $filled }).
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
        [headings] The sheet “{ $near }” has the headings of the sheet “{ $sheet }”; it must be named “{ $sheet }”.
       *[nothing] There is no sheet “{ $sheet }”. Sheets found: { $found }.
    }
    .hint = { $likeness ->
        [one] Rename the sheet “{ $near }” back to “{ $sheet }”.
        [headings] Rename the sheet “{ $near }” back to “{ $sheet }”.
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
       *[no] { $has-missing ->
            [yes] If this row is one of the fields that are missing (“{ $missing }”), correct its name in { $cell }; if not, delete the row.
           *[no] Every field of the sample workbook is there; delete this row.
        }
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
row-named-total = The row “{ $value }” has the name by which the total row is known, so it is not clear whose figures the prose would print.
    .hint = If it is the total row, call it “{ $label }”; if it is data, give it another name (code).
row-level = { $why ->
        [point] The number “{ $key }” has a point too many, so it is not clear on which level the row stands.
        [appended] It is not clear whether the row “{ $key }” belongs to the row “{ $others }”.
        [orphan] The row “{ $key }” belongs to the row “{ $others }”, which the table does not have, so the total would leave it out.
       *[mixed] The rows are numbered in several ways ({ $others } and { $key }), so it is not clear which belongs to which; a total over all of them would count figures twice.
    }
    .hint = { $why ->
        [point] Take the point away: 1 for the upper row, 1.1 for the lower one.
        [appended] A row that belongs to another has a point ({ $others }.1); one of its own has another number.
        [orphan] Add the row “{ $others }”, or give this row another number.
       *[mixed] Number the levels with points: I, I.1, I.2, II, II.1 or 1, 1.1, 1.2, 2, 2.1. To keep these numbers, declare them in document.toml: outline = {"{"} by = "numbering", levels = ["I", "1"] {"}"}.
    }
row-unplaced = { $why ->
        [point] The number “{ $value }” is no code with a point for each level (1, 1.1, 1.2), as the table declares.
        [orphan] Read by its points, the row “{ $value }” stands below the row “{ $others }”; read by its place, there is no row “{ $others }” above it.
        [style] The number “{ $value }” belongs to none of the levels that the table declares ({ $others }).
        [two-levels] The number “{ $value }” can be read in two ways, on the levels that are numbered { $others }; it is not clear on which the row stands.
        [order] The number “{ $value }” does not follow the rows above, so it is not clear on which level the row stands; it could be { $others } here.
        [twice] Two rows have the number “{ $value }”.
        [ambiguous] Several rows above are called “{ $others }”, so it is not clear to which this one belongs.
        [blank] The row “{ $value }” has no number, so it is not clear on which level it stands.
        [jump] This row says level { $value }, but the row above it allows no deeper one than { $others }.
        [level] The column “{ $heading }” says “{ $value }”; the level of a row is a number from 1 to { $others }.
       *[parent] There is no row “{ $others }” above this one for it to stand below.
    }
    .hint = { $why ->
        [point] Write 1 for the upper row, 1.1 for the lower one; or correct the outline of the table “{ $table }” in document.toml.
        [orphan] Add the row “{ $others }” above, or give this row another number.
        [style] Number the row as one of the declared levels, or add its level to the outline of the table “{ $table }” in document.toml.
        [two-levels] Number the rows so that each level has a manner of its own, or declare other levels in the outline of the table “{ $table }”.
        [order] Correct the number, or add the row that is missing above.
        [twice] Give one of the two rows another number.
        [ambiguous] Write the upper row with the name of its own upper row before it, a slash between.
        [blank] Give the row its number.
        [jump] Correct the level of this row, or add the row of the level that is missing above.
        [level] Write 1 for the uppermost rows, 2 for those right below.
       *[parent] Write the upper row's name or code as it stands, and have that row above this one; uppermost rows leave the cell blank.
    }
row-counted-twice = The row “{ $key }” is the sum of the rows { $rows }, but “{ $label }” is declared as the total of every row, so these figures count twice.
    .hint = Delete the row “{ $key }” or its details; to keep both, declare the levels in document.toml: the table “{ $table }” needs an outline (how its levels are numbered), and its relation total over = "top" or "leaves".
row-after-total = The row “{ $value }” stands below the total row of the sheet “{ $sheet }”.
    .hint = Move it above the total row, or delete it.
row-needed = { $why ->
        [numbering] The prose needs the row “{ $key }” ({ $line }: “{ $words }”), but the rows of this table are numbered { $others }.
       *[row] The table has no row “{ $key }”, which the prose needs ({ $line }: “{ $words }”).
    }
    .hint = { $why ->
        [numbering] Number the rows as the document's input workbook does; where the document numbers them otherwise now, correct the prose.
       *[row] { $has-near ->
            [yes] Is it the row “{ $near }”? If so, change it to “{ $key }”; if not, add the row that is missing.
           *[no] Add the row that is missing; where the document no longer needs it, correct the prose of its templates.
        }
    }
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
unit-doubtful = { $part ->
        [column] Is the column “{ $heading }” typed in { $typed }? The column is in { $unit }, and
        [row] Is the row “{ $row }” typed in { $typed }? The table is in { $unit }, and
        [above] Are the rows of the sheet “{ $sheet }”, but for the total, typed in { $typed }? The table is in { $unit }, and
        [cell] Is one cell of the column “{ $heading }” (row “{ $row }”) typed in { $typed }? The column is in { $unit }, and
       *[sheet] Are the figures of the sheet “{ $sheet }” typed in { $typed }? The table is in { $unit }, and
    } the cell { $cell } would be printed as { $value } { $unit }.
    .hint = If they are in { $typed }: convert them to { $unit } ({ $smaller ->
        [yes] divide by { $times }
       *[no] multiply by { $times }
    }, with Paste Special) and round them. If they are in { $unit } already: the author of the template adds a section [[accepted]] with check = "unit-doubtful" and the reason to document.toml.
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
    .hint = { $in-words ->
        [yes] Type it in digits: { $reading }.
       *[no] Type it again as a number (no thousands separators, no unit); Excel aligns numbers to the right.
    }
cell-letter-for-digit = The cell of the column “{ $heading }” says “{ $value }”: the letter “{ $letter }” stands in place of the digit { $digit }.
    .hint = Type it again with digits: { $reading }.
cell-rounded = The cell of the column “{ $heading }” holds { $stored }, but its format shows only { $value }, so it is not clear which is to be printed.
    .hint = Let the cell show all decimals (Home → Increase Decimal), or type the rounded figure.
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

more-cells = { $columns ->
        [one] The same in { $count } cells of the column, the first of which is { $first }.
       *[other] The same in { $count } cells of { $columns } columns, the first of which is { $first }.
    }
more-notes = { $count } such notes, the first of which is at { $first }.

# Relations
figure-suspect = { $row }, column “{ $heading }”: it says { $stated }; with { $instead } all { $count } sums below, which are wrong now, would be right.
    .hint = Look at this cell first. If it is right, correct the others; the document is not made until they agree.
sum-mismatch = { $row }, column “{ $heading }”: it says { $stated }, but { $is-single ->
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
percent-mismatch = { $row }, column “{ $heading }”: it says { $stated }, but { $arithmetic } ≈ { $expected } (difference { $difference }).
    .hint = { $beyond ->
        [yes] Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
ratio-undefined = { $row }, column “{ $heading }”: { $is-stated ->
        [yes] it says { $stated }, but it divides by cell { $cell }, which is 0, so there is no ratio
       *[no] it stays blank, because it divides by cell { $cell }, which is 0
    }.
    .hint = { $is-stated ->
        [yes] Delete this ratio, or correct what it divides by.
       *[no] If the 0 was not meant, enter the figure.
    }
ratio-mismatch = { $row }, column “{ $heading }”: it says { $stated }, but { $arithmetic } ≈ { $expected } (difference { $difference }).
    .hint = { $beyond ->
        [yes] Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
difference-mismatch = { $row }, column “{ $heading }”: it says { $stated }, but { $arithmetic } = { $expected } (difference { $difference }).
    .hint = { $beyond ->
        [yes] Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
extreme-mismatch = { $row }, column “{ $heading }”: it says { $stated }, but the { $extreme ->
        [minimum] smallest
       *[maximum] largest
    } of { $arithmetic } is { $expected } (difference { $difference }).
    .hint = { $beyond ->
        [yes] Correct whichever of the cells above is wrong; the document is not made until they agree.
       *[no] Check the cells above; the difference is within the tolerance, so the document prints the figure as entered.
    }
equal-mismatch = { $row }, column “{ $heading }”: it says { $stated }, but the cell it must equal says { $expected } (difference { $difference }).
    .hint = The two cells must be equal: change { $here } to { $expected }, or look at { $there } again{ $thousandfold ->
        [yes] ; one is exactly { $times } times the other, so see whether both sheets are in one unit
       *[no] {""}
    }.

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
template-unknown-name = { $named ->
        [field] The particulars have no “{ $name }”.
        [derived] There is no derived figure “{ $name }”.
        [row] The table has no row “{ $name }”.
        [column] The table has no column “{ $name }”.
        [part] This datum has no part “{ $name }”.
        [of-loop] There is no “loop.{ $name }”.
        [filter] There is no filter “{ $name }”.
        [option] This filter takes no “{ $name }”.
        [test] There is no test “is { $name }”.
        [statement] There is no statement “{ $name }”.
        [macro] That file has no macro “{ $name }”.
        [file] There is no template file “{ $name }”.
       *[name] There is no name “{ $name }”.
    }
    .hint = { $is-column ->
        [yes] “{ $name }” is a column; its row comes first: table["row"].{ $name } or table.total.{ $name }.
       *[no] { $has-near ->
            [yes] Is “{ $near }” meant?{ $has-known ->
                [yes] { " " }There are: { $known }.
               *[no] { "" }
            }
           *[no] { $has-known ->
                [yes] There are: { $known }.
               *[no] Leave it out.
            }
        }
    }
template-syntax = { $syntax ->
        [unclosed] “{ $close }” is missing: “{ $found }”.
        [unclosed-comment] A comment begins with “{ "{" }#” and has no “#{ "}" }”.
        [stray-close] “{ $found }” closes nothing.
        [escape] A \ stands right before the braces of the template: “{ $found }”.
        [split-braces] Two braces are torn apart: “{ $found }”.
        [single-brace] A single brace: “{ $found }”.
        [footnote] “{ $found }” makes no footnote.
        [empty] There is nothing between the braces.
        [unclosed-text] A closing quotation mark is missing: { $found }.
        [curly-quotes] Curly quotation marks cannot be used between braces: { $found }.
        [decimal-comma] A number between braces has a decimal comma: “{ $found }”.
        [thousands-point] “{ $found }”: in prose the point groups thousands, between braces it begins the decimals.
        [named-value] Macros take values by their order, not by name.
        [kept-blanks] Statements take no “+” at their braces.
        [row-name] A name with a digit in front or a hyphen cannot follow a point: “{ $found }”.
        [single-equals] Comparing takes two equals signs, not one.
        [foreign-sign] The language of templates has no “{ $found }”.
        [chain] Two comparisons in one.
        [arithmetic] Templates do not calculate: “{ $found }”.
        [unexpected-end] Something is missing at the end.
        [statement-printed] “{ $found }” is a statement and cannot stand here.
        [unended] Nothing ends “{ $found }”.
        [stray-end] “{ $found }” neither ends nor continues an open statement.
        [after-else] “{ $found }” comes behind “else”.
        [too-long] This is too long, has too many branches, or is nested too deep.
       *[unexpected] This cannot be understood: “{ $found }”.
    }
    .hint = { $syntax ->
        [unclosed] Add { $close } at the end.
        [unclosed-comment] Add #{ "}" } at the end of the comment.
        [stray-close] Delete the sign, or add the one that opens; to print it, put \ before it.
        [escape] Take the \ away. To print that sign, write \\.
        [split-braces] Write the two together: { "{{" } doc.year { "}}" }.
        [single-brace] Data stand between two pairs of braces: { "{{" } doc.year { "}}" }; to print a brace write \{ "{" }.
        [footnote] Put these words into the sentence, in brackets.
        [empty] Name a datum between them, or delete both pairs.
        [unclosed-text] Add " at the end of the text.
        [curly-quotes] Type straight quotation marks: ".
        [decimal-comma] Write a point: 20.5; in a list leave a blank behind the comma.
        [thousands-point] { $is-thousands ->
            [yes] Write the digits together: { $whole }.
           *[no] For a whole number write the digits together: { $whole }; for decimals add a zero: { $found }0.
        }
        [named-value] Declare: macro name(a, b); call: name(value, value), without equals signs.
        [kept-blanks] Take the + away.
        [row-name] Write square brackets: budget["2.1"].total, indicators["nha-o"].plan.
        [single-equals] Write ==.
        [foreign-sign] Use and, or, not, ==, !=, <, <=, >, >=, in.
        [chain] Write two, joined by and: a > 1 and a < 5.
        [arithmetic] Enter the figure in the workbook, or declare it in document.toml (a sum column, a total row), so that the program computes and checks it.
        [unexpected-end] Complete the expression.
        [statement-printed] Write statements in { "{%" } … { "%}" }.
        [unended] Add its endif, endfor or endmacro.
        [stray-end] Look through the pairs if … endif, for … endfor, macro … endmacro.
        [after-else] There is one else, and it comes last.
        [too-long] Divide it, or make the choice a column of the workbook.
       *[unexpected] Correct or delete what the ^ points at.
    }
template-scope = { $scope ->
        [taken] The name “{ $name }” belongs to the data or to the language of templates.
        [letters] The name “{ $name }” has letters that cannot be used.
        [set-in-loop] “{ $name }” is set again within a loop; behind the loop that value is lost.
        [arguments] The macro “{ $name }” takes { $wanted } values; here it is given { $given }.
        [macro-inside] A macro or from within another statement.
        [lost] This stands outside of the macros of a file that is only imported from, so it is never printed: “{ $name }”.
        [circle] Template files take each other in a circle: “{ $name }”.
        [loop-outside] “loop” is known inside of a for loop only, not outside and not in the if of the for itself.
        [unset] “{ $name }” is not set here.
       *[no-macro] “{ $name }” cannot be used like this.
    }
    .hint = { $scope ->
        [taken] Choose another name.
        [letters] Names in templates have letters without marks, digits and _.
        [set-in-loop] Set it before the loop, or choose the rows in the for itself: for row in table if ….
        [arguments] Give it as many values as it names.
        [macro-inside] Move it outside, to the beginning of the file.
        [lost] Move it into a macro, or take the whole file with include.
        [circle] Leave out one of these include or from.
        [loop-outside] Move this between for and endfor; to choose rows by their place use an if inside of the loop.
        [unset] Set it in every branch before this place.
       *[no-macro] A macro is called with brackets: name(value); nothing else is.
    }
template-comparison = “{ $left }” ({ $left-is ->
        [percent] a percentage
        [year] a year
        [figure] a figure
        [number] a number typed in the template
        [words] words typed in the template
        [code] a code
        [date] a date
        [mixed] words around a figure in the workbook
       *[text] words of the workbook
    }) cannot be compared with “{ $right }” ({ $right-is ->
        [percent] a percentage
        [year] a year
        [figure] a figure
        [number] a number typed in the template
        [words] words typed in the template
        [code] a code
        [date] a date
        [mixed] words around a figure in the workbook
       *[text] words of the workbook
    }) by “{ $sign }”.
    .hint = { $has-mixed ->
        [yes] Of a cell with words around its figure one can ask only whether it is the same (== "20 hộ"). To compare sizes, give the figure a column of its own, with its unit in document.toml.
       *[no] Compare figures with numbers of their unit, words with words, dates with dates ("08/5/2024"), codes with codes in quotation marks ("2.1").
    }
template-no-value = { $printed ->
        [key] “{ $shown }” (a figure, year, date or count)
        [datum] This datum
        [count] A count
        [truth] The answer to a condition
        [number] A number typed in the template
        [table] A whole table
        [row] A whole row
        [particulars] All particulars together
        [list] A list
       *[words] Prose
    } cannot be the value here.
    .hint = { $printed ->
        [key] Square brackets hold the name of a row, in quotation marks: table["1"].column; to go through the rows write for row in table, then row.column.
        [count] Leave the filter out: a count is printed as it is.
       *[datum] Name a datum: table["row"].column, row.column or doc.field.
    }
template-condition = { $condition ->
        [figure] The figure “{ $shown }” by itself is no condition: it may ask whether there is one, or whether it is not 0.
        [no-list] Only a table or a list has values to go through.
        [empty] The list has no value to take.
       *[other] This cannot be answered by yes or no.
    }
    .hint = { $condition ->
        [figure] Write “is filled” to ask whether the cell is filled, or compare: “> 0”.
        [no-list] Name a table: for row in table.
        [empty] Ask first: if table | length > 0.
       *[other] Write a comparison, “is filled” or “is blank”.
    }
template-print = { $printed ->
        [truth] The answer to a condition cannot be printed.
        [number] A number typed in the template cannot be printed.
        [words] Words in quotation marks are not printed by braces.
        [table] A whole table cannot be printed in a sentence.
        [row] A whole row cannot be printed in a sentence.
        [particulars] All particulars cannot be printed in a sentence.
       *[list] A list cannot be printed in a sentence.
    }
    .hint = { $printed ->
        [truth] Choose the words with if.
        [number] Enter the number in the workbook and name it here.
        [words] Write the words into the sentence, without braces; to choose, use if … else … endif.
        [table] Add row and column: table["row"].column; for many rows use for.
        [row] Add the column: row.column.
        [particulars] Add the field: doc.year.
       *[list] Print its values with for.
    }
template-unit = { $unit-is ->
        [percent] The figure “{ $shown }” prints its own percent sign; behind it stands “{ $behind }”.
        [own] The figure “{ $shown }” prints its own unit; behind it stands “{ $behind }”.
       *[other] The figure “{ $shown }” is in { $own }; behind it stands “{ $behind }”.
    }
    .hint = { $unit-is ->
        [percent] Leave out the “{ $behind }” behind the braces.
        [own] Leave out the “{ $behind }” behind the braces.
       *[other] Write “{ $own }” in the sentence, or correct the unit of the column in document.toml.
    }
template-direction = The sentence prints “{ $word } { $shown }”: a negative figure behind the word “{ $word }”.
    .hint = Leave out the word “{ $word }” and put the filter change behind the figure: the program itself writes “tăng …”, “giảm …” or “không đổi”.
template-glued = Two data are printed without anything between them: “{ $shown }{ $behind }” (“{ $shown }” and “{ $behind }”).
    .hint = Put a blank, a sign or words between the two.
template-limit = The template was stopped: it has too much to do, or prints too much.
    .hint = Have fewer loops within loops and macros that call each other at this place.
template-fault = The template is faulty here, so the prose cannot be made.
    .hint = Correct this place of the template; what stands between double braces must be written as it was.
blank-in-sentence = The cell is blank but the sentence at { $line } needs it ({ $key }).
    .hint = Enter a value, or change the sentence.
blank-in-condition = The cell is blank but the condition at { $line } needs it ({ $key }).
    .hint = Enter a value, or ask “is filled” in the template before comparing.
words-in-sentence = The cell has the words “{ $value }” and no figure, but { $line } needs one ({ $key }).
    .hint = Enter the figure; to print the words as they are, add “.text” behind the column in the template.
prose-markup = The prose has a sign that cannot be used: “{ $text }”.
    .hint = Put a \ before the sign (for instance \#, \$, \*), and check that * and _ come in pairs.
prose-number = The number { $number } is typed straight into the prose.
    .hint = Put it into the spreadsheet and name it in the sentence, so that the sentence follows when it changes.
prose-character = The prose has a character that cannot be printed ({ $code }), the { $column }. of its line.
    .hint = Delete it and type the words again; such characters come along with text copied from Word or from web pages.
main-number = { $count ->
        [one] A number is
       *[other] { $count } numbers are
    } typed straight into main.typ: { $shown }.
    .hint = Put it into the spreadsheet and name it in the narrative, so that the document follows when it changes.
main-without-narrative = main.typ does not print the narrative, so the document would have no body.
    .hint = Add the line #include "/narrative.typ", or delete main.typ so that the common one is used.
narrative-unprinted = { $count } of { $total } paragraphs of the narrative are on no page: “{ $text }” ({ $file }).
    .hint = Files that are left out or hidden: { $files }. Put #include "/narrative.typ" into main.typ (or #include each file), take away #hide, #place and blocks of fixed height around the prose; or delete main.typ so that the common one is used.
appendix-unprinted = { $missing ->
        [whole] Declared, but on no page: { $shown }.
        [name] Printed without its name or title: { $shown } (“{ $text }” is missing).
       *[figures] A table or figures are missing on the pages: { $shown } (“{ $text }”, and maybe other cells).
    }
    .hint = Use official-document of /nd30/nd30.typ in main.typ, which prints every appendix; or delete main.typ so that the common one is used. If a table is wider than the paper, make its columns narrower or set landscape = true in document.toml. If the document has no such appendix, take its declaration away.
page-not-whole = Page { $page }: { $wrong ->
        [off-paper] text is off the paper
        [in-margin] text runs into the margin
        [cut] text is cut off
        [over-text] text is printed over other text (“{ $other }”)
        [over-rule] text is printed over a rule
        [at-rule] text touches a rule of its table
        [unseen] text cannot be seen (covered, white, or smaller than 4 pt)
       *[rule-astray] a rule or picture leaves the margins, near the text
    }: “{ $text }”{ $part ->
        [cell] {""}, column “{ $column }”
        [header] {""}, heading of the column “{ $column }”
        [particular] {""}, { $column }
       *[words] {""}
    }{ $has-more ->
        [yes] {" "}(and { $count } more { $count ->
            [one] place
           *[other] places
        })
       *[no] {""}
    }.
    .hint = { $part ->
        [cell] Widen this column (width) or make others narrower in document.toml, set landscape = true, make size or least-size of the table smaller, or use a larger unit; if the cell holds one very long word, put a space into it.
        [header] Widen this column (width) in document.toml or shorten its heading; if the table is too wide, set landscape = true.
        [particular] Shorten it, or break the line in the cell with Alt+Enter.
        [prose] Put spaces into the string that is too long; if the template has a main.typ, take away blocks of fixed size, #place or clip around this paragraph.
       *[words] Look at the template’s main.typ: take away blocks of fixed size, #place, clip, margins of its own, and shapes or colours that hide text; or delete main.typ so that the common one is used.
    }
table-too-wide = The table “{ $sheet }” is wider than { $landscape ->
        [yes] a page on its side
       *[no] an upright page
    }: its columns need { $sum } mm, the page has { $room } mm{ $has-open ->
        [no] {""}
       *[yes] {" "}(each column without a width needs at least { $least } mm)
    }.
    .hint = { $turned ->
        [yes] Set landscape = true for this appendix ({ $across } mm), or make the widths of columns smaller in document.toml.
       *[no] Make the widths of columns smaller in document.toml, or divide the table in two.
    }
appendix-label = Appendices are not called as the decree has it: { $shown }.
    .hint = Two or more have Roman numbers (Phụ lục I, Phụ lục II …), a single one is just “Phụ lục”. Correct label in document.toml.
appendix-unknown = { $has-known ->
        [yes] The text cites an appendix that the document does not have: { $shown }. It has: { $known }.
       *[no] The text cites an appendix that the document does not have: { $shown }. It has none.
    }
    .hint = Correct the citation, or declare the appendix. If another document's appendix is meant, name that document right behind the number.
amount-words = Figure and words do not agree: { $shown }.
    .hint = Compare the amount with its source, then correct the figure or the words; where the figure is right, write what stands behind “→”.
amount-misspelt = The words are not how the number is read: { $shown }.
    .hint = Write what stands behind “→”.
amount-unusual = The words have one that cannot be read, or are not written as usual: { $shown }.
    .hint = Only the first letter is a capital, and the usual words for numbers are used; write for instance what stands behind “→”.
template-words = { $why ->
        [large] This number is too large to be put into words.
        [fraction] This amount has a fraction of a đồng and cannot be put into words.
        [foreign] Only amounts in đồng are put into words.
        [none] There is no { $what } { $value }.
       *[no-number] This is no number and cannot be put into words.
    }
    .hint = Use { $filter } with figures and dates of tables or of the document only; elsewhere write the words into the sentence.
appendix-uncited = The text does not point to an appendix: { $shown }.
    .hint = Decree 30/2020/NĐ-CP wants a pointer to each appendix in the text, for instance “(chi tiết tại Phụ lục II kèm theo)”.
numbering-broken = Headings, items or points are not numbered in order: { $shown }.
    .hint = Behind the arrow stands the number that belongs there. Add what is missing, or number anew; if a part is printed on a condition, look at the condition in the template.
points-without-d = The points leave out the letter đ: { $shown }.
    .hint = Points follow the Vietnamese alphabet: a, b, c, d, đ, e, g … Letter those behind it anew.
bullets-mixed = { $count ->
        [one] An item begins
       *[other] { $count } items begin
    } with another sign than “-”: { $shown }.
    .hint = Use “-” throughout.
end-mark-missing = The content does not end with “./.”: { $shown }.
    .hint = Put “./.” at the end of its last sentence.
end-mark-stray = The end mark “./.” stands in the wrong place or is mistyped: { $shown }.
    .hint = It is written without blanks, right behind the last word, and only at the end of the content.
type-of-other = The text of this document ({ $kind }) speaks of itself as of another type: { $shown }.
    .hint = The sentence may be copied from another document; correct the type.
blank-left = { $count ->
        [one] A place is
       *[other] { $count } places are
    } left blank or filled for the time being, though the document has its number: { $shown }.
    .hint = Fill in what is missing. While it is a draft, leave the cell of its number blank.
phrase-capitals = { $count ->
        [one] A phrase has
       *[other] { $count } phrases have
    } wrong capitals: { $shown }.
    .hint = Correct them by Annex II of Decree 30/2020/NĐ-CP (capitals in administrative documents).
tone-marks-mixed = The document puts tone marks in two ways (hòa and hoà, ủy and uỷ); the rarer one is used { $count ->
        [one] once
       *[other] { $count } times
    }: { $shown }.
    .hint = Choose one and use it throughout.
letters-mixed = The document writes the same syllable with i and with y (tỷ and tỉ, kỹ and kĩ); with i { $count ->
        [one] once
       *[other] { $count } times
    }: { $shown }.
    .hint = Choose one and use it throughout; laws mostly write tỷ, kỹ, lý, quý.
text-spacing = { $count ->
        [one] A blank is
       *[other] { $count } blanks are
    } missing or too many beside a sign: { $shown }.
    .hint = A sign stands right behind the word before it, a blank behind commas and semicolons; it is “kinh tế - xã hội”.
quotes-mixed = The document uses straight quotation marks beside “ ”, { $count ->
        [one] once
       *[other] { $count } times
    }: { $shown }.
    .hint = Replace them by “ ”.
text-number = { $count ->
        [one] A number is
       *[other] { $count } numbers are
    } written as abroad: { $shown }.
    .hint = Points part thousands, a comma stands before decimals: 1.234.567; 1,5 tỷ đồng.
motto-mistyped = The motto of the state is mistyped: { $shown }.
    .hint = It is “Độc lập - Tự do - Hạnh phúc”. The program prints the one at the head of the document by itself.
prose-emphasis = The prose has “{ $sign }” typed in a row: that part would not be printed.
    .hint = { $is-line ->
        [yes] A place left blank is a line of dots “……”, or is filled in; to print underscores, write \_ for each.
       *[no] Bold words stand between single signs (*bold*), slanted ones too (_slanted_).
    }
date-written = { $count ->
        [one] A date is
       *[other] { $count } dates are
    } not written as the decree has it: { $shown }.
    .hint = Days below 10 and months 1 and 2 have a zero before them, other months have none. Check dates that are not in the calendar.
authority-line = { $fault ->
        [missing] The line of who decides is missing above the legal grounds.
       *[other] The line of who decides is not that of “{ $issuer }”: { $shown }.
    }
    .hint = Above the grounds, write in capitals the issuer (“{ $issuer }”), or the post of whoever heads it.
enacting-words = { $fault ->
        [missing] The line “{ $words }:” is missing between the legal grounds and the articles.
        [colon] The line { $shown } has no colon right at its end.
        [twice] The line { $shown } is one too many: the form prints it behind the grounds.
       *[other] The line { $shown } does not belong to this type of document.
    }
    .hint = { $fault ->
        [twice] Take this line out of the prose.
       *[other] { $has-words ->
            [yes] Write “{ $words }:” in a line of its own behind the grounds.
           *[no] Remove this line, or correct the field “Tên loại”: only decisions and resolutions have it.
        }
    }
issued-text = The title says that “{ $issued }” is issued, but the articles do not attach it: { $shown }.
    .hint = Write in Article 1 “Ban hành kèm theo Quyết định này { $issued } …”, with the name that the title has.
ground-marks = { $count ->
        [one] A legal ground ends
       *[other] { $count } legal grounds end
    } with the wrong mark: { $shown }.
    .hint = Each ground ends with a semicolon (;), only the last with a full stop (.).
ground-twice = { $count ->
        [one] A legal ground is
       *[other] { $count } legal grounds are
    } given twice: { $shown }.
    .hint = Remove it, or correct the number and symbol if another document is meant.
ground-order = “Theo đề nghị của …” stands before other legal grounds: { $shown }.
    .hint = Move this line to the end of the grounds.
ground-bare = { $count ->
        [one] A legal ground lacks
       *[other] { $count } legal grounds lack
    } the date or the issuer: { $shown }.
    .hint = Write type, number, symbol, date, issuer and title; laws and ordinances need no number, symbol and issuer.
cited-type = { $count ->
        [one] A citation has
       *[other] { $count } citations have
    } a type that is not the one of the symbol: { $shown }.
    .hint = Compare with the original; correct the type or the symbol.
cited-issuer = { $count ->
        [one] A citation has
       *[other] { $count } citations have
    } an issuer who is not the one of the symbol: { $shown }.
    .hint = Compare with the original. NĐ-CP is of the Government, QĐ-TTg of the Prime Minister, a circular of the minister (not of the ministry).
cited-year = { $count ->
        [one] A citation has
       *[other] { $count } citations have
    } a symbol of another year than the date: { $shown }.
    .hint = Compare with the original; correct the symbol or the date.
cited-later = { $count ->
        [one] A document is cited that is
       *[other] { $count } documents are cited that are
    } dated after this one ({ $date }): { $shown }.
    .hint = Check the date of what is cited, and the date of this document.
department-gone = { $count ->
        [one] A department is named
       *[other] Departments are named { $count } times
    } that no longer exists since 2025: { $shown }.
    .hint = Write the name of today; where an older document is cited or the past is spoken of, the old name stays.
toml-syntax = { $syntax ->
        [twice] “{ $found }” is set above already.
        [unclosed-text] The quotation mark at the end is missing: { $found }
        [curly-quotes] Curly quotation marks cannot be used here: { $found }
        [backslash] There is a backslash between quotation marks: { $found }
        [no-equals] The sign “=” between name and value is missing: { $found }
        [no-value] There is no value behind “=”: { $found }
        [unquoted] A value of words is not between quotation marks: { $found }
        [truth] A value of yes or no is not written as it must be: { $found }
        [key-letters] The name has accented letters, spaces or other signs: { $found }
        [decimal-comma] A fraction is written with a comma: { $found }
        [number] A number is not written as it must be: { $found }
        [date] A date or a number is not written as it must be: { $found }
        [unclosed-header] The closing square bracket of a section is missing: { $found }
        [unclosed-list] The bracket of this list is never closed: { $found }
        [behind] There are words behind the value, or quotation marks inside of it: { $found }
       *[other] This line cannot be read as TOML (“name = value”): { $found }
    }
    .hint = { $syntax ->
        [twice] Remove one of the two; a section that may be repeated has its name in double brackets, for instance [[table]].
        [unclosed-text] Add a " at the end of the value.
        [curly-quotes] Use straight quotation marks: "…".
        [backslash] Put the value between single quotation marks: '…', or write / for \.
        [no-equals] Write the line as: name = value.
        [no-value] Write a value, or delete the line.
        [unquoted] Put the value between straight quotation marks: "…".
        [truth] Write true or false, in small letters, without quotation marks.
        [key-letters] Names have unaccented letters, digits, - and _; others stand between quotation marks.
        [decimal-comma] Use a point: 0.5.
        [number] Write the digits without spaces, without a zero in front, without separators; decimals behind a point.
        [date] A date stands between quotation marks; a number is digits only.
        [unclosed-header] Close what was opened: [section] or [[section]].
        [unclosed-list] Add ] at the end of the list.
        [behind] One setting a line; a value with quotation marks inside stands between single ones.
       *[other] Correct this line.
    }
toml-key = There is no setting “{ $name }” in this section.
    .hint = { $has-near ->
        [yes] Is it “{ $near }”? There are: { $known }.
       *[no] There are: { $known }.
    }
toml-missing = The setting “{ $name }” is missing.
    .hint = Add a line { $name } = … to this section.
toml-word = “{ $key }” is “{ $value }”, which is no value for it.
    .hint = { $has-near ->
        [yes] Is it “{ $near }”? The values are: { $known }.
       *[no] The values are: { $known }.
    }
toml-value = { $wanted ->
        [text] “{ $key }” must be words
        [number] “{ $key }” must be a number
        [whole] “{ $key }” must be a whole number
        [truth] “{ $key }” must be true or false
        [list] “{ $key }” must be a list
        [length] The list “{ $key }” has too few or too many values
        [table] “{ $key }” must be a section
       *[other] “{ $key }” has a value that cannot be used
    }{ $wanted ->
        [length] {""}
        [other] {""}
       *[known] { $found ->
            [text] , but is words
            [number] , but is a fraction
            [whole] , but is a number
            [truth] , but is true or false
            [list] , but is a list
            [table] , but is a section
            [date] , but is a date
           *[other] {""}
        }
    }.
    .hint = { $wanted ->
        [text] Put the value between straight quotation marks: { $key } = "…".
        [number] Write digits without quotation marks, decimals behind a point: { $key } = 0.5.
        [whole] Write digits without quotation marks and without decimals: { $key } = 2.
        [truth] Write { $key } = true or { $key } = false, without quotation marks.
        [list] Put the values into square brackets: { $key } = ["…", "…"].
        [length] Write as many values as there must be, as in the definition that comes with the program.
        [table] Write it as a section with its name in square brackets, as in the definition that comes with the program.
       *[other] Correct the value, as in the definition that comes with the program.
    }
definition-unknown-name = The definition speaks of “{ $name }”, which it does not declare.
    .hint = Declare that name, or correct where it is used.
accepted-unknown = { $is-known ->
        [yes] The section “accepted” names “{ $name }”: that cannot be accepted, for it is no check of the form.
       *[no] The section “accepted” names “{ $name }”: there is no check of that name.
    }
    .hint = { $has-near ->
        [yes] Is “{ $near }” meant?
       *[no] What can be accepted: { $known }.
    }
accepted-unreasoned = The section “accepted” accepts “{ $name }” without a reason.
    .hint = Write down under “reason” why the office departs from the rule.
number-symbol = The field “{ $field }” says “{ $text }”: only the number belongs there, the symbol has its own field “{ $symbol-field }”.
    .hint = Put “{ $number }” into the field “{ $field }” and “{ $symbol }” into the field “{ $symbol-field }”.
number-zeros = The field “{ $field }” says “{ $text }”: too many zeros; only numbers below 10 have one zero before them.
    .hint = Write “{ $number }”.
number-odd = The field “{ $field }” says “{ $text }”: the number of a document is of digits alone and begins with 01.
    .hint = { $is-known ->
        [yes] Write “{ $number }”.
       *[no] Write the registered number; for a draft leave the cell blank, room is left for it.
    }
number-large = The field “{ $field }” says “{ $text }”: an unusually large number.
    .hint = Compare it with the register of outgoing documents.
number-or-date = The field “{ $given-field }” says “{ $given }”, but “{ $field }” { $has-row ->
        [yes] is blank
       *[no] has no row
    }; number and date are given together, when the document is registered.
    .hint = { $has-row ->
        [yes] Fill in “{ $field }”; for a draft leave both blank.
       *[no] Add a row “{ $field }” and fill it in; for a draft leave both blank.
    }
symbol-number = The field “{ $field }” says “{ $text }”: it holds the number too, which has its own field “{ $number-field }”.
    .hint = Put “{ $symbol }” into the field “{ $field }” and “{ $number }” into the field “{ $number-field }”.
symbol-year = The field “{ $field }” says “{ $text }”: a year in the symbol marks a normative text, not an administrative one.
    .hint = Take the year out: number “{ $number }”, symbol “{ $symbol }”.
symbol-spelling = The field “{ $field }” says “{ $text }”: a symbol has capitals without blanks, its parts joined by “-”.
    .hint = Write “{ $near }”.
symbol-type = { $has-other ->
        [yes] The document is a “{ $type }”, but the symbol “{ $text }” is that of a { $other }.
       *[no] The document is a “{ $type }”, but the symbol “{ $text }” does not begin with “{ $short }-”.
    }
    .hint = Correct the symbol (it begins with “{ $short }-”), or the field “{ $type-field }” if the type is wrong.
symbol-agency-missing = The field “{ $field }” says “{ $text }”: the abbreviation of the issuing agency is missing.
    .hint = Add the abbreviation of the agency, as in “{ $short }-UBND”.
symbol-of-letter = The symbol of a letter (công văn) names no type, but the field “{ $field }” says “{ $text }”.
    .hint = Leave out “{ $short }”; the symbol of a letter is the agency and its drafting unit or field, as in “UBND-KT”.
symbol-unit = The symbol “{ $text }” of this letter (công văn) names no drafting unit or field.
    .hint = Add it, as in “{ $text }-TH”; an office that does not write it declares that under “accepted” in its definition.
symbol-agency = { $has-agency ->
        [yes] The issuer is “{ $issuer }”, but the symbol “{ $text }” is not that of a { $agency }.
       *[no] The issuer is “{ $issuer }”, but the symbol “{ $text }” is that of another agency.
    }
    .hint = Make the fields “{ $field }” and “{ $issuer-field }” agree.
symbol-body = “{ $issuer }” issues the document, but the symbol “{ $text }” is that of the agency.
    .hint = Write the abbreviation of the issuing body itself, such as “BCĐ”, “HĐTĐ”.
date-year = The field “{ $field }” says { $text }, the field “{ $year-field }” { $year }.
    .hint = Check the year in both fields.
citation-later = { $count ->
        [one] The document cited is dated { $cited }, after the date of this document ({ $text }).
       *[other] This document is dated { $text }, before { $count } of the documents it cites (the first of them: { $cited }).
    }
    .hint = Check the date of what is cited, and the field “{ $field }”.
citation-year = The symbol “{ $symbol }” is of the year { $year }, but the date is { $date }.
    .hint = Compare with the original; correct the symbol or the date.
citation-type = The document cited is called a “{ $type }”, but “{ $symbol }” is the symbol of a { $other }.
    .hint = Compare with the original; correct the type or the symbol.
citation-twice = “{ $symbol }” stands twice in the list of citations.
    .hint = Delete one row, or correct number and date if it is another document.
place-marks = The field “{ $field }” says “{ $text }”: only the place belongs there, the form writes the comma and the date.
    .hint = Write “{ $place }”.
place-capitals = The field “{ $field }” says “{ $text }”: each syllable of a place begins with a capital.
    .hint = Write “{ $place }”.
place-full = The field “{ $field }” says “{ $text }”: a place named after a person or a number is written in full, with its unit.
    .hint = Write “{ $place }”.
place-unit = The field “{ $field }” says “{ $text }”: “{ $unit }” does not stand before the name of the place.
    .hint = Write “{ $place }”; a unit named after a person or an event has a capital, as in “Phường Điện Biên Phủ”.
place-issuer = The issuer is “{ $issuer }”, but the place is “{ $text }”.
    .hint = Make the fields “{ $field }” and “{ $issuer-field }” agree.
unit-abolished = “{ $name }” no longer exists since 1 July 2025.
    .hint = Write the name of today; in documents that are cited the old name stays.
issuer-shortened = The field “{ $field }” says “{ $text }”: the issuer's own name is written in full.
    .hint = Write “{ $full }” instead of “{ $short }”.
issuer-other = The field “{ $field }” says “{ $text }”, which is not the agency in the field “{ $issuer-field }”; the line “(Kèm theo … của …)” would be wrong.
    .hint = Make the field “{ $field }” agree with “{ $issuer-field }”.
superior-needless = The field “{ $field }” says “{ $text }”: a people's committee or council names no superior.
    .hint = Leave the field “{ $field }” blank.
superior-missing = “{ $text }” has a superior, but the field “{ $superior-field }” is blank.
    .hint = Write the direct superior into “{ $superior-field }”, such as “UBND TỈNH …”.
superior-swapped = The field “{ $field }” says “{ $text }”: superior and issuer seem to be swapped.
    .hint = Swap the fields “{ $field }” and “{ $issuer-field }”.
type-spelling = The field “{ $field }” says “{ $text }”: the name of the type is misspelt or its capitals are wrong.
    .hint = Write “{ $near }”.
abstract-mark = { $of ->
        [letter] The abstract of a letter begins with “V/v ”, without a colon, but this one is “{ $text }”.
        [printed] The abstract “{ $text }” begins with a capital; behind “V/v”, which the form prints, it goes on in lower case.
       *[named] The abstract “{ $text }” begins with “V/v”, which only letters (công văn) have.
    }
    .hint = Write “{ $near }”.
abstract-shape = { $fault ->
        [end] The abstract “{ $text }” ends with a punctuation mark.
        [capitals] The abstract “{ $text }” is in capitals throughout.
        [lower] The abstract “{ $text }” begins with a small letter.
       *[long] The abstract is too long: “{ $text }”.
    }
    .hint = { $fault ->
        [end] Delete the mark at the end.
        [capitals] Write it in small letters; capitals only for the first letter and for names.
        [lower] Write “{ $near }”.
       *[long] Shorten it: a short sentence or phrase, at most { $most } characters and four lines.
    }
recipient-marks = The recipient “{ $text }” has marks too many; the form writes “-” before and “;” behind it.
    .hint = Write “{ $near }”.
recipient-addressee = “{ $text }” stands among the recipients; “Kính gửi” stands below the abstract.
    .hint = Leave out “Kính gửi”; the list of recipients says “Như trên”.
recipient-above = { $fault ->
        [missing] “{ $type }” has “Kính gửi”, so the recipients need “Như trên”; the first is “{ $text }”.
       *[needless] A recipient is “{ $text }”, but “{ $type }” has no “Kính gửi”.
    }
    .hint = { $fault ->
        [missing] Add “Như trên” as the first line.
       *[needless] Name the agencies that receive it; in a decision write “Như Điều …”.
    }
recipient-article = { $fault ->
        [missing] The recipients of a decision lack “Như Điều …”; the first is “{ $text }”.
       *[needless] A recipient is “{ $text }”, but “{ $type }” is neither a decision nor a resolution.
    }
    .hint = { $fault ->
        [missing] Add “Như Điều …” as the first line, with the number of the article that says who carries it out.
       *[needless] Name the agencies that receive it.
    }
recipient-twice = The recipient “{ $text }” is named twice.
    .hint = Delete one line.
recipient-itself = The recipient “{ $text }” is the issuer itself.
    .hint = Delete the line, or name the unit or person.
recipient-purposes = The recipients have “{ $style }” as well as “{ $usual }”.
    .hint = Write it one way throughout the list.
archive-spelling = The line of the archive says “{ $text }”; the form is “Lưu: VT”, then the abbreviation of the drafting unit.
    .hint = Write “{ $near }”.
archive-last = “{ $text }” is not the last line of the recipients.
    .hint = Move it to the end.
archive-twice = The recipients have two lines of the archive, the second is “{ $text }”.
    .hint = Make one last line of them: “Lưu: VT, …”.
archive-missing = The recipients have no line “Lưu: VT, …”; the last is “{ $text }”.
    .hint = Add “Lưu: VT, ” with the abbreviation of the drafting unit at the end.
authority-prefix = The authority says “{ $line }”: a full stop and one blank follow TM, Q, KT, TL, TUQ.
    .hint = Write “{ $near }”.
authority-order = The line “{ $line }” of the field “{ $field }” is out of order.
    .hint = The order is: TM., then TL. or TUQ., then KT., and last the post of the signer.
authority-body = { $wanted ->
        [body] The authority says “{ $line }”: a body or agency follows “TM.”, not a post.
       *[head] The authority says “{ $line }”: the post of the head follows “KT.”, “Q.”, “TL.”, “TUQ.”.
    }
    .hint = { $wanted ->
        [body] Write the body, as in “TM. ỦY BAN NHÂN DÂN”, or leave out “TM.”.
       *[head] Write the post of the head, as in “KT. CHỦ TỊCH”, and the signer's own below it.
    }
authority-deputy = { $fault ->
        [deputy-missing] Below “{ $line }” the post of the deputy who signs is missing.
        [post-missing] Below “{ $line }” the post of the signer is missing.
        [same] Below “{ $line }” the post of the head stands again.
        [ordered] “{ $line }” is followed by a deputy, without a line “KT.” with the post of the head of his unit.
       *[lone] “{ $line }” is a deputy, but no “KT.” with the post of the head stands above.
    }
    .hint = { $fault ->
        [ordered] Add a line between: “KT. ” with the post of the head of the unit, as in “KT. CHÁNH VĂN PHÒNG”.
        [lone] Add a line above: “KT. ” with the post of the head, as in “KT. GIÁM ĐỐC”.
        [post-missing] Add a line below: the post of the signer, as in “CHÁNH VĂN PHÒNG”.
       *[other] Add a line below: the post of the deputy, as in “PHÓ GIÁM ĐỐC”; without “KT.” the head signs.
    }
authority-post = The post “{ $line }” is shortened, or none that the State defines.
    .hint = Write the official post in full, such as “PHÓ CHỦ TỊCH”, without “phụ trách”, “thường trực”, “điều hành”.
authority-collective = “{ $issuer }” has one head, but the authority says “{ $line }”.
    .hint = Leave out the line “TM.”; the head signs with his post alone.
authority-issuer = { $fault ->
        [body] “{ $line }” does not name the issuer “{ $issuer }” in full.
       *[post] The post “{ $line }” is none of “{ $issuer }”.
    }
    .hint = { $fault ->
        [body] Write the body that issues the document in full, such as “TM. ỦY BAN NHÂN DÂN”.
       *[post] Correct the post; who signs by order or authorisation adds the line “TL. …” or “TUQ. …” above.
    }
signer-degree = { $is-exempt ->
        [yes] The field “{ $field }” says “{ $text }”: degrees and ranks stand before the name only where the sector allows it.
       *[no] The field “{ $field }” says “{ $text }”: no degree, rank or honour stands before the signer's name.
    }
    .hint = Write “{ $near }”.
signer-name = { $fault ->
        [marks] The field “{ $field }” says “{ $text }”: digits or odd marks in a name.
        [short] The field “{ $field }” says “{ $text }”: one syllable only, the name is written in full.
       *[capitals] The field “{ $field }” says “{ $text }”: each syllable of a name begins with a capital.
    }
    .hint = { $fault ->
        [capitals] Write “{ $near }”.
       *[other] Write family, middle and given name.
    }
signer-missing = The document has a number, but the field “{ $field }” is blank.
    .hint = Fill in the signer's name.
citation-unconfirmed = { $quoted ->
        [yes] A citation from last year has not been confirmed: { $value }, in “{ $sentence }”.
       *[no] A citation from last year has not been confirmed: { $value }.
    }
    .hint = If there is a new document: enter its number and date in { $cells }. If this one is still cited: delete only the words “{ $mark }” in { $cells }. The document cannot be issued before.
figure-jump = { $what ->
        [table] Is the sheet “{ $sheet }” typed in another unit? Since { $against ->
            [folder] last year (folder “{ $folder }”)
           *[issue] issue { $issue } ({ $symbol })
        }, several columns have
        [column] Is the column “{ $heading }” of the sheet “{ $sheet }” typed in another unit? Since { $against ->
            [folder] last year (folder “{ $folder }”)
           *[issue] issue { $issue } ({ $symbol })
        }, most of its figures have
       *[figure] Is the cell { $cell } ({ $name }) a slip? Since { $against ->
            [folder] last year (folder “{ $folder }”)
           *[issue] issue { $issue } ({ $symbol })
        }, the figure has
    } become about { $times } times { $larger ->
        [yes] larger
       *[no] smaller
    }{ $what ->
        [figure] { "" }
       *[table] , as in { $cell }
    }: it was { $old }, it is { $new }.
    .hint = { $has-unit ->
        [yes] Check whether the figures are typed in { $unit }.
       *[no] Compare with the source of the figures.
    } If they are not right, type them again. If they are: leave them; the author of the template adds a section [[accepted]] with check = "figure-jump" and the reason to document.toml.
number-taken = { $is-recorded ->
        [yes] The number “{ $number }” of { $year } in the folder “{ $folder }” has been issued already from the folder “{ $other }”.
       *[no] Two folders, “{ $other }” and “{ $folder }”, have the number “{ $number }” of { $year }.
    }
    .hint = A number is given to one document a year: compare with the register of outgoing documents, and correct the number in one of the folders.
citation-symbol = { $fault ->
        [number] The cited document “{ $symbol }” has no number.
        [year] The cited decree “{ $symbol }” lacks the year between its number and its symbol.
       *[spelling] The cited document “{ $symbol }”: number and symbol are written without blanks, the type as it is abbreviated.
    }
    .hint = { $fault ->
        [number] Write number and symbol as in the original, such as “90/QĐ-TTg”.
        [year] Add the year as in the original, such as “27/2022/NĐ-CP”.
       *[spelling] Write “{ $near }”.
    }
abstract-brace = “{ $field }” has a brace without its pair, which would be printed: “{ $line }”.
    .hint = Close the brace with “{"}"}” behind the name that is to be filled in; if none is meant, write “{ $near }”.
abstract-type = The abstract “{ $text }” repeats the type “{ $type }”, which is printed above it.
    .hint = Write “{ $near }”.
abstract-decision = The abstract of a decision, “{ $text }”, does not begin with “Về việc”.
    .hint = Write “{ $near }”.
addressee-missing = This { $type } has no line “Kính gửi”.
    .hint = Add a line “Kính gửi: ” with the name of the addressee at the beginning of the prose.
addressee-needless = A { $type } has no “Kính gửi”, but the prose says { $shown }.
    .hint = Take the line “Kính gửi” out; those who receive it are listed as recipients.
addressee-marks = Of several addressees each line ends with “;” and the last with “.”: { $shown }.
    .hint = Correct the marks at the ends of these lines.
type-of-kind = “{ $field }” says “{ $text }”, but this template is that of a { $wanted }.
    .hint = Write “{ $wanted }”, or choose another template; its author corrects kind in document.toml.
stamp-unknown = “{ $field }” says “{ $text }”: there is no such stamp.
    .hint = Write one of “{ $known }”, or leave it blank.
signer-twice = “{ $field }” and “{ $signer-field }” both say “{ $text }”.
    .hint = Two signatures are those of two persons; correct one of the two.
grounds-missing = The template has no legal grounds.
    .hint = Write the grounds into a file of the prose whose name ends in can-cu, such as 01-can-cu.typ.j2, before that of the articles.
day-other = { $count ->
        [one] A day of the week is
       *[other] { $count } days of the week are
    } not that of the date: { $shown }.
    .hint = Look at the calendar, and correct the day or the date.
recipient-article-gone = The recipients say “{ $text }”, but the document has only { $count } articles.
    .hint = Write the number of the article that says who carries it out.
recipient-late = The recipients say “{ $text }”, and not in the first line.
    .hint = Move this line to the top of the list.
recipient-addressed = The recipient “{ $text }” stands in “Kính gửi” already; “Như trên” covers it.
    .hint = Take this line out.
archive-unit = { $fault ->
        [missing] The line “{ $text }” of a letter does not name the unit that drafted it.
       *[other] The line “{ $text }” names another unit than the symbol of the letter (“{ $unit }”).
    }
    .hint = { $fault ->
        [missing] Add the unit that drafted it, such as “Lưu: VT, { $unit }”.
       *[other] Make the line and “{ $symbol-field }” agree.
    }
authority-uncollective = The document is of “{ $issuer }”, but is signed by “{ $line }” without “TM. ỦY BAN NHÂN DÂN”.
    .hint = Add a first line “TM. ỦY BAN NHÂN DÂN”.
definition-key = “{ $name }” cannot be the key of a table, column or field: a key is not blank and has no “/” in it, and no table is called “doc”, “recipients”, “derived”, “previous” or “issued”.
    .hint = Choose another key, for instance of letters, digits and “_”.
definition-twice = “{ $name }” is declared twice, so that one key would mean either.
    .hint = Choose another key for one of the two tables, columns or fields.
definition-levels = Relations of the table “{ $table }” speak of levels of rows (children, top, leaves), but its key column “{ $column }” is no column of codes and tells no levels.
    .hint = Make the column of outline numbers the row-key, with kind = "code" (1, 1.1, 1.2, 2), or declare an outline for the table; where it has no levels, leave out children, over and rows.
equal-units = “{ $target }” is declared equal to “{ $to }”, but they have different units or kinds ({ $unit } – { $other }).
    .hint = Declare figures equal only where they are of one kind and one unit.
definition-outline = { $why ->
        [column] Table “{ $table }”: the outline takes the column “{ $name }”, which is not declared.
        [needs-column] Table “{ $table }”: an outline by levels or by upper rows must say which column holds them.
        [needs-no-column] Table “{ $table }”: an outline by groups takes no column.
        [needs-levels] Table “{ $table }”: an outline by numbering must declare its levels.
        [needs-no-levels] Table “{ $table }”: only an outline by numbering declares levels.
        [counts-titles] Table “{ $table }”: the total of column “{ $name }” adds up the uppermost rows (top), which are titles without figures.
       *[twice] Table “{ $table }”: two levels of the outline are both numbered like “{ $name }”.
    }
    .hint = { $why ->
        [column] Write the key of one of the table's columns.
        [needs-column] For example: outline = {"{"} by = "level", column = "level" {"}"}.
        [needs-no-column] For example: outline = {"{"} by = "groups" {"}"}.
        [needs-levels] For example: outline = {"{"} by = "numbering", column = "stt", levels = ["I", "1", "a"] {"}"}; the manners are A, I, 1, 1.1, 1.1.1, a, -.
        [needs-no-levels] Leave out levels, or write by = "numbering".
        [counts-titles] Declare over = "leaves" for the total, or children for this column.
       *[twice] Give each level a manner of its own.
    }
definition-bound = “{ $owner }”: { $key } = { $value } is out of bounds; it must be from { $least } to { $most }.
    .hint = Correct the key “{ $key }”.
definition-empty = “{ $owner }”: the list “{ $key }” is empty.
    .hint = Fill it in; a document without appendices has no section “appendix” at all.
definition-phrase = A title or heading names “{ $name }”, which is not declared; on paper the braces would stand as written.
    .hint = { $has-near ->
        [yes] Is it “{ $near }”? Names that can be used: { $known }.
       *[no] Use one of these names: { $known }.
    }
definition-braces = { $has-names ->
        [yes] “{ $found }”: braces only name a particular of the document here, written {"{{"} doc.key {"}}"}.
       *[no] “{ $found }”: no particular of the document can be filled in here; on paper the braces would stand as written.
    }
    .hint = { $has-names ->
        [yes] Write for instance: Kế hoạch năm {"{{"} doc.year {"}}"}.
       *[no] Take the braces out; particulars can be filled into headings of columns, labels and titles of appendices, unit lines and summaries of tables only.
    }
definition-derived-name = The derived figure “{ $owner }” speaks of “{ $name }”: no column or figure is called so.
    .hint = { $has-near ->
        [yes] Is it “{ $near }”? Names that can stand here: { $known }.
       *[no] Names that can stand here: { $known }.
    }
definition-derived-setting = { $why ->
        [missing] The derived figure “{ $owner }” (kind = "{ $kind }") lacks “{ $key }”.
        [extra] The derived figure “{ $owner }” (kind = "{ $kind }") takes no “{ $key }”.
        [one] The derived figure “{ $owner }” (kind = "{ $kind }"): “{ $key }” is one name.
        [list] The derived figure “{ $owner }” (kind = "{ $kind }"): “{ $key }” must be a list of columns.
        [value] The derived figure “{ $owner }”: “{ $key }” cannot be “{ $value }”.
        [words] The derived figure “{ $owner }”: “{ $value }” in “{ $key }” is no figure.
        [no-previous] The derived figure “{ $owner }” takes figures of last year, but no particular names the folder of last year's input.
        [no-total] The derived figure “{ $owner }” is a share of the total row, but this table declares none.
        [units] The derived figure “{ $owner }” compares two figures in different units ({ $value }).
        [column] The derived figure “{ $owner }”: kind = "{ $kind }" can only be used in a table.
       *[single] The derived figure “{ $owner }”: kind = "{ $kind }" cannot be used in a table, only by itself in [[derived]].
    }
    .hint = { $why ->
        [missing] Add { $key } = … to this declaration.
        [extra] Take it out. Settings that can be used: { $known }.
        [one] Write { $key } = "column", without square brackets.
        [list] Write { $key } = ["column 1", "column 2"].
        [value] Values that can be used: { $known }.
        [words] Take columns or fields that are numbers (count, money, percent, year, mixed), a sum column, or another derived figure.
        [no-previous] Declare a field in [facts] for the name of the folder, and add previous = "key of that field" to [facts].
        [no-total] Declare total = … for the table, or use within = "rows" (the sum of the rows) or "group" (the row above).
        [units] Choose two figures in the same unit; to divide figures of different units use kind = "ratio".
        [column] Declare it in the setting derived of that table. What can be used here: { $known }.
       *[single] Move it to [[derived]] at the end of the file. What can be used in a table: { $known }.
    }
definition-derived-circle = Derived figures are made from each other in a circle: { $names }.
    .hint = Change it so that at least one of them is made only from columns that are entered.
previous-folder = { $why ->
        [name] “{ $name }” is no name of a folder: only the name is written, no path.
        [same] “{ $name }” is the folder of this very document, not last year's input.
        [missing] Beside this folder there is none called “{ $name }”.
        [empty] The folder “{ $name }” has no workbook that can be read.
        [template] The folder “{ $name }” is the input of another kind of document.
        [year] The folder “{ $name }” holds the input of { $found }, not of { $wanted }.
       *[errors] Last year's input in the folder “{ $name }” has { $count ->
            [one] one error
           *[other] { $count } errors
        } (the first: { $first }).
    }
    .hint = { $why ->
        [missing] { $has-near ->
            [yes] Is it “{ $near }”? If so, correct this cell.
           *[no] Correct this cell, or copy last year's folder beside this one; leave it blank if nothing is compared with last year.
        }
        [errors] Run check on that folder and mend what it says first.
       *[other] Enter the name of last year's folder, which stands beside that of this document; leave it blank if nothing is compared with last year.
    }
derived-row-missing = { $where ->
        [sheet] The sheet “{ $sheet }” lacks { $count ->
            [one] the row
           *[other] { $count } rows:
        } { $rows }, so that “{ $label }” is blank there.
        [previous] Last year's input (folder “{ $folder }”, sheet “{ $sheet }”) lacks { $count ->
            [one] the row
           *[other] { $count } rows:
        } { $rows }, so that “{ $label }” is blank there.
       *[issued] What was issued ({ $folder }), table “{ $sheet }”, lacks { $count ->
            [one] the row
           *[other] { $count } rows:
        } { $rows }, so that “{ $label }” is blank there.
    }
    .hint = { $has-near ->
        [yes] There is a row “{ $near }” there: if it is the same, make the two names alike; if the row is new, nothing needs to be done.
       *[no] If the name is only written differently, make the two alike; if the row is new, nothing needs to be done.
    }
derived-zero = “{ $label }” is blank, since it would be divided by the 0 in { $cell }.
    .hint = Check the cell; if it is 0 indeed, nothing needs to be done, but a sentence that needs the figure must ask “is filled” before.
derived-tie = “{ $label }”: the rows { $rows } all have { $value }, so that it is not known which one is meant.
    .hint = Check these cells. If they are equal indeed, the author of the template writes ties = "first" (the upper row) or "all" (all of them) for “{ $key }” in document.toml.
derived-blank = { $why ->
        [words] “{ $label }” cannot be computed, since a cell has words around its figure, but { $line } needs it ({ $key }).
        [row] “{ $label }” cannot be computed, since there is no such row, but { $line } needs it ({ $key }).
        [zero] “{ $label }” cannot be computed, since it would be divided by 0, but { $line } needs it ({ $key }).
        [no-rows] “{ $label }”: no row meets the condition, but { $line } needs it ({ $key }).
        [no-earlier] “{ $label }” cannot be computed, since there is no input of last year or no issue to compare with, but { $line } needs it ({ $key }).
        [too-large] “{ $label }” cannot be computed, since it has too many digits, but { $line } needs it ({ $key }).
       *[blank] “{ $label }” cannot be computed, since a cell is blank, but { $line } needs it ({ $key }).
    }
    .hint = { $why ->
        [words] Enter the figure alone into that cell, or ask “is filled” in the template before printing.
        [row] Make the names of the rows alike, or ask “is filled” in the template before printing.
        [no-rows] Check the figures, or ask “is filled” in the template before printing.
        [no-earlier] Enter the name of last year's folder on the sheet of particulars, or ask “is filled” in the template before printing.
        [blank] Enter a value, or ask “is filled” in the template before printing.
       *[other] Check the figures, or ask “is filled” in the template before printing.
    }
cell-braces = This cell names “{"{"}{ $name }{"}"}”, but nothing is filled in here: on paper the braces would stand as written.
    .hint = Write the words themselves into the cell; names in braces are filled into the particulars of the document only.
phrase-blank = The field “{ $heading }” is blank, but the heading “{ $text }” needs it.
    .hint = Fill in this field, or take { $name } out of the heading in document.toml.
narrative-unread = This file or folder lies in the folder of the narrative but is not read: the narrative is made of the files whose names end in .typ.j2.
    .hint = If it is narrative, let its name end in .typ.j2 (Windows may hide an ending .txt); if not, move it elsewhere.
narrative-missing = { $has-files ->
        [yes] The narrative holds no sentence, so the document would have no body.
       *[no] The narrative is missing: the folder is not there, or holds no file whose name ends with .typ.j2. The document would have no body.
    }
    .hint = Write the text into files such as 01-mo-dau.typ.j2 in this folder. With Notepad, choose All files as the type when saving, or .txt is added to the name.
internal-fault = The program has met a fault of its own ({ $detail }). What was there before is untouched; please report this message.
code-stopped = { $why ->
        [time] The code in this file had run for more than { $seconds } seconds without coming to an end
       *[memory] The code in this file took more than { $memory } MB of memory
    }, so it was stopped; this document is not made.
    .hint = Look for a loop without end, a function that calls itself or a very long list in this file, and take it out; if the change is not yours, copy the original back. For this document, code may run for { $seconds } seconds and take { $memory } MB.
code-plugin = The code of a template may not load plugins.
    .hint = Take the plugin out of this line.
typst-fault = The document could not be typeset: { $detail }.
    .hint = If a file under templates/ was changed just now, look at that change again.
typst-warning = Something on the pages wants a look; the typesetter Typst says: { $detail }.
    .hint = The document was made, but words may be missing or in another font there; look at the file named under templates/.

# Reading and updating PDF files for signatures
pdf-none = This is no PDF file.
    .hint = Take the .pdf file that “vanban build” wrote.
pdf-too-large = The PDF is too large to sign it or to check its signatures.
    .hint = Sign the file that “vanban build” wrote; sign scans that were appended apart.
pdf-broken = The PDF is damaged, cut short, or built so that programs may understand it differently.
    .hint = Make the document anew with “vanban build” and sign that file; do not save it with another program before it is signed.
pdf-cross-reference-stream = The PDF has cross-reference streams, as files saved by other programs do; some programs call a signature invalid that is appended to such a file.
    .hint = Sign the file that “vanban build” wrote, not a copy saved by another program.
pdf-encrypted = The PDF has a password or restrictions; it cannot be signed, nor its signatures checked.
    .hint = Use the original file, which has no password.
pdf-unprepared = The signature fields could not be made in the PDF.
sign-field-none = The file has no signature field { field-whose } ({ $field }); it has: { $known }.
    .hint = Only documents with a number and a date, made by “vanban build”, have signature fields; drafts have none.
sign-field-signed = The signature field { field-whose } is signed already.
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
later-filled = the signature field { field-whose } was signed afterwards
later-validation-data = data for validation (certificates, revocation) were added afterwards
later-pages = after signing, pages were added, removed or moved (before { $before }, now { $after })
later-page = after signing, the content of page { $page } was changed
later-annotations = after signing, something was laid over page { $page }, removed from it or changed
later-form = after signing, the signature field { field-whose } was changed otherwise than by signing it
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
token-module = The PKCS#11 module { $file } cannot be used: { $loading ->
        [file] the file cannot be opened, or is no library for this machine
        [symbol] the file is no PKCS#11 module
       *[start] it reports { $detail }
    }.
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
token-removed = The token was taken out.
    .hint = Plug it in and sign again; the files signed before that are there.
token-failed = The token reports a fault, code { $detail }.
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
    .hint = Get the certificate (.pem, .crt, .cer) from its authority again.
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

# What verify says of signatures
signature-holds = {"    "}Signature { field-whose }: VALID
signature-fails = {"    "}Signature { field-whose }: NOT VALID
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
signature-vacant = {"    "}Signature field { field-whose }: not signed yet
signature-none = {"    "}The file bears no signature.

//! Commands, records, and what `verify` says of a file.

macro_rules! commands_codes {
    ([$($all:tt)*] $($rest:ident)*) => {
        gather! { [$($all)*
            OutputTwice = "output-twice" Error;
            LedgerBroken = "ledger-broken" Error;
            LedgerVersion = "ledger-version" Error;
            NewFolderTaken = "new-folder-taken" Error;
            NewDocumentUnnamed = "new-document-unnamed" Error;
            NewYearUnused = "new-year-unused" Error;
            ExampleNone = "example-none" Error;
            ExampleValue = "example-value" Error;
            FromOtherDocument = "from-other-document" Error;
            FromOlder = "from-older" Warning;
            FromLacks = "from-lacks" Warning;
            FromColumnNew = "from-column-new" Warning;
            FromColumnGone = "from-column-gone" Warning;
            FromColumnRenamed = "from-column-renamed" Note;
            ColumnCarried = "column-carried" Note;
            IssuedDraft = "issued-draft" Error NotRecorded;
            IssuedBroken = "issued-broken" Error;
            IssuedAgain = "issued-again" Error NotRecorded;
            IssuedNothing = "issued-nothing" Error NotRecorded;
            IssuedAltered = "issued-altered" Error;
            MarkedNoBase = "marked-no-base" Error;
            MarkedAgainst = "marked-against" Error;
            MarkedMany = "marked-many" Error;
            MarkedNoLibrary = "marked-no-library" Error;
            MarkedPagesDiffer = "marked-pages-differ" Warning;
            VerifyMarkedCopy = "verify-marked-copy" Remark;
            VerifySame = "verify-same" Remark;
            VerifyAgrees = "verify-agrees" Remark;
            VerifyDiffers = "verify-differs" Remark;
            VerifyOtherKind = "verify-other-kind" Remark;
            VerifyBroken = "verify-broken" Remark;
            VerifyLocked = "verify-locked" Remark;
            VerifyTooLarge = "verify-too-large" Remark;
            VerifyNoText = "verify-no-text" Remark;
            VerifyBadWorkbook = "verify-bad-workbook" Remark;
            VerifyForeign = "verify-foreign" Remark;
            VerifyForeignWorkbook = "verify-foreign-workbook" Remark;
            VerifyFigure = "verify-figure" Remark;
            VerifyFigureGone = "verify-figure-gone" Remark;
            VerifyText = "verify-text" Remark;
            VerifyTextAdded = "verify-text-added" Remark;
            VerifyTextGone = "verify-text-gone" Remark;
            VerifyPages = "verify-pages" Remark;
            VerifyDrawings = "verify-drawings" Remark;
            VerifyUnknown = "verify-unknown" Remark;
            VerifyCovered = "verify-covered" Remark;
            VerifyLayer = "verify-layer" Remark;
            VerifySigned = "verify-signed" Remark;
            VerifyAttachedSame = "verify-attached-same" Remark;
            VerifyAttachedAgrees = "verify-attached-agrees" Remark;
            VerifyAttachedDiffers = "verify-attached-differs" Remark;
            VerifyAttachedForeign = "verify-attached-foreign" Remark;
            VerifyAttachedUnreadable = "verify-attached-unreadable" Remark;
            VerifyCell = "verify-cell" Remark;
            VerifyCellGone = "verify-cell-gone" Remark;
            VerifyCellAdded = "verify-cell-added" Remark;
            VerifyFormula = "verify-formula" Remark;
            VerifyFormulaGone = "verify-formula-gone" Remark;
            VerifySheetGone = "verify-sheet-gone" Remark;
            VerifySheetAdded = "verify-sheet-added" Remark;
            VerifySheetHidden = "verify-sheet-hidden" Remark;
        ] $($rest)* }
    };
}

pub(crate) use commands_codes;

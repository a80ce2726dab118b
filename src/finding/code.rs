//! What can be found or said: one table of codes, with what each decides.
//!
//! The name of a code is that of its message in the message files, and is printed as the finding's stable name;
//! nothing is ever decided by it.

pub(crate) use crate::finding::effect::Effect;
pub use crate::finding::effect::Level;

macro_rules! codes {
    ($($variant:ident = $name:literal $level:ident $($effect:ident)*;)*) => {
        /// Names of findings, refusals and remarks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($variant,)*
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name of its message, and of the finding itself.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How much it matters.
            pub fn level(self) -> Level {
                match self {
                    $(Self::$variant => Level::$level,)*
                }
            }

            fn effects(self) -> &'static [Effect] {
                match self {
                    $(Self::$variant => &[$(Effect::$effect,)*],)*
                }
            }
        }
    };
}

codes! {
    OutputTwice = "output-twice" Error;
    LedgerBroken = "ledger-broken" Error;
    LedgerVersion = "ledger-version" Error;
    NewFolderTaken = "new-folder-taken" Error;
    NewDocumentUnnamed = "new-document-unnamed" Error;
    NewYearUnused = "new-year-unused" Error;
    FromOtherDocument = "from-other-document" Error;
    FromOlder = "from-older" Warning;
    FromLacks = "from-lacks" Warning;
    ColumnCarried = "column-carried" Note;
    IssuedDraft = "issued-draft" Error;
    IssuedBroken = "issued-broken" Error;
    IssuedAgain = "issued-again" Error;
    IssuedNothing = "issued-nothing" Error;
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
    FolderUnreadable = "folder-unreadable" Error Unfinished;
    FileUnreadable = "file-unreadable" Error Unfinished;
    TextNotUtf8 = "text-not-utf8" Error Unfinished;
    InputsUnknown = "inputs-unknown" Error Unfinished;
    WorkbookOpen = "workbook-open" Note;
    FileUnwritable = "file-unwritable" Error;
    InputsEmpty = "inputs-empty" Error;
    FolderWithoutWorkbook = "folder-without-workbook" Error Unfinished;
    FontMissing = "font-missing" Error;
    FontLacksGlyph = "font-lacks-glyph" Error;
    WorkbookTooLarge = "workbook-too-large" Error;
    WorkbookNotXlsx = "workbook-not-xlsx" Error Unfinished;
    WorkbookBroken = "workbook-broken" Error Unfinished;
    WorkbookBomb = "workbook-bomb" Error;
    WorkbookDoctype = "workbook-doctype" Error;
    WorkbookStrayCell = "workbook-stray-cell" Error;
    WorkbookAbsurd = "workbook-absurd" Error;
    WorkbookUnwritable = "workbook-unwritable" Error;
    SchemaMissing = "schema-missing" Warning;
    SchemaOther = "schema-other" Error;
    ScaffoldUnwritable = "scaffold-unwritable" Error;
    SheetTooLarge = "sheet-too-large" Error;
    SheetMissing = "sheet-missing" Error Absent;
    SheetTwice = "sheet-twice" Error;
    ColumnMissing = "column-missing" Error Absent;
    ColumnTwice = "column-twice" Error DoubtsFigures;
    ColumnExtra = "column-extra" Warning;
    TableTooLong = "table-too-long" Error;
    FindingsTooMany = "findings-too-many" Error;
    TableEmpty = "table-empty" Error;
    FieldUnknown = "field-unknown" Error;
    FieldTwice = "field-twice" Error DoubtsRows;
    FieldMissing = "field-missing" Error Absent;
    PlaceholderUnknown = "placeholder-unknown" Error;
    PlaceholderQuotes = "placeholder-quotes" Error;
    PlaceholderMany = "placeholder-many" Error;
    PlaceholderBlank = "placeholder-blank" Error;
    RowTwice = "row-twice" Error DoubtsRows;
    RowNamedTotal = "row-named-total" Error DoubtsRows;
    RowLevel = "row-level" Error DoubtsRows;
    RowCountedTwice = "row-counted-twice" Error DoubtsRows;
    RowAfterTotal = "row-after-total" Error DoubtsRows;
    RowMissing = "row-missing" Error;
    WorkbookLocked = "workbook-locked" Error;
    WorkbookMacros = "workbook-macros" Warning;
    Workbook1904 = "workbook-1904" Warning;
    WorkbookTwice = "workbook-twice" Error;
    SheetRenamed = "sheet-renamed" Note;
    SheetHidden = "sheet-hidden" Varies;
    SheetUncalculated = "sheet-uncalculated" Error DoubtsFigures;
    SheetRecalculates = "sheet-recalculates" Warning;
    HeadingUnit = "heading-unit" Error;
    HeadingUnitMissing = "heading-unit-missing" Error;
    UnitLine = "unit-line" Error;
    UnitDoubtful = "unit-doubtful" Error DoubtsFigures Acceptable;
    RowSubtotal = "row-subtotal" Note;
    SubtotalMismatch = "subtotal-mismatch" Error DoubtsRows;
    RowOnlyWords = "row-only-words" Error DoubtsRows;
    RowsBlank = "rows-blank" Note;
    HeaderMissing = "header-missing" Error;
    WorkbooksOverlap = "workbooks-overlap" Error;
    RowRepeatsHeadings = "row-repeats-headings" Note;
    RowTakenAsTotal = "row-taken-as-total" Note;
    RowLikeTotal = "row-like-total" Error DoubtsRows;
    DataAfterTable = "data-after-table" Warning;
    TotalMissing = "total-missing" Varies;
    ChoiceUnknown = "choice-unknown" Error;
    ChoiceRespelt = "choice-respelt" Note;
    ChoicesMissing = "choices-missing" Varies DoubtsRows;
    SequenceBroken = "sequence-broken" Warning;
    PercentMixed = "percent-mixed" Error;
    RowsHidden = "rows-hidden" Varies DoubtsRows;
    ColumnsHidden = "columns-hidden" Varies DoubtsFigures;
    CellRequired = "cell-required" Error Joined;
    CellNotNumber = "cell-not-number" Error;
    CellLetterForDigit = "cell-letter-for-digit" Error;
    CellRounded = "cell-rounded" Error Joined;
    CellDateNotNumber = "cell-date-not-number" Error;
    CellPercentNotNumber = "cell-percent-not-number" Error Joined;
    CellHiddenDecimals = "cell-hidden-decimals" Error Joined;
    CellNotYear = "cell-not-year" Error;
    CellNotDate = "cell-not-date" Error;
    CellNotText = "cell-not-text" Error;
    CellBoolean = "cell-boolean" Error;
    CellFault = "cell-fault" Error;
    CellUncalculated = "cell-uncalculated" Error DoubtsFigures;
    CellOutOfRange = "cell-out-of-range" Error;
    CellComputed = "cell-computed" Note;
    TextEncoding = "text-encoding" Varies;
    TextLookalike = "text-lookalike" Warning;
    TextDamaged = "text-damaged" Error;
    TextUnbroken = "text-unbroken" Error;
    TextTooLong = "text-too-long" Error;
    TextJoined = "text-joined" Note;
    TextTidied = "text-tidied" Note;
    CellCovered = "cell-covered" Warning;
    CellMerged = "cell-merged" Error DoubtsFigures;
    CellVolatile = "cell-volatile" Warning;
    CellLinked = "cell-linked" Warning;
    CellTypedOver = "cell-typed-over" Warning;
    CellScaled = "cell-scaled" Warning;
    CellFaultUnknown = "cell-fault-unknown" Error;
    CellTextLost = "cell-text-lost" Error;
    CellNumberLost = "cell-number-lost" Error;
    CellNumberAsText = "cell-number-as-text" Error Joined;
    CellAmbiguous = "cell-ambiguous" Error Joined;
    CellAmerican = "cell-american" Error Joined;
    CellFormulaAsText = "cell-formula-as-text" Error;
    CellUnit = "cell-unit" Error Joined;
    CellMark = "cell-mark" Error Joined;
    CellBeyond = "cell-beyond" Error;
    CellDateDoubtful = "cell-date-doubtful" Error;
    CellDateFar = "cell-date-far" Error;
    MarkAsFigure = "mark-as-figure" Note;
    TextAsNumber = "text-as-number" Note;
    FigureSuspect = "figure-suspect" Error;
    SumMismatch = "sum-mismatch" Varies;
    PercentMismatch = "percent-mismatch" Varies;
    EqualMismatch = "equal-mismatch" Varies;
    TemplateNotNamed = "template-not-named" Error;
    TemplateNone = "template-none" Error;
    TemplateUnknown = "template-unknown" Error;
    TemplateUnknownName = "template-unknown-name" Error;
    TemplateSyntax = "template-syntax" Error;
    TemplateScope = "template-scope" Error;
    TemplateComparison = "template-comparison" Error;
    TemplateNoValue = "template-no-value" Error;
    TemplateCondition = "template-condition" Error;
    TemplatePrint = "template-print" Error;
    TemplateUnit = "template-unit" Error;
    TemplateLimit = "template-limit" Error;
    TemplateFault = "template-fault" Error;
    BlankInCondition = "blank-in-condition" Error;
    WordsInSentence = "words-in-sentence" Error;
    BlankInSentence = "blank-in-sentence" Error;
    ProseMarkup = "prose-markup" Error;
    ProseNumber = "prose-number" Warning;
    ProseCharacter = "prose-character" Error;
    MainNumber = "main-number" Warning Acceptable;
    MainWithoutNarrative = "main-without-narrative" Error;
    AppendixLabel = "appendix-label" Warning Acceptable;
    AppendixUnknown = "appendix-unknown" Warning Acceptable;
    AppendixUncited = "appendix-uncited" Warning Acceptable;
    NumberingBroken = "numbering-broken" Warning Acceptable;
    PointsWithoutD = "points-without-d" Warning Acceptable;
    BulletsMixed = "bullets-mixed" Warning Acceptable;
    EndMarkMissing = "end-mark-missing" Warning Acceptable;
    EndMarkStray = "end-mark-stray" Warning Acceptable;
    TypeOfOther = "type-of-other" Warning Acceptable;
    BlankLeft = "blank-left" Varies Acceptable;
    PhraseCapitals = "phrase-capitals" Warning Acceptable;
    ToneMarksMixed = "tone-marks-mixed" Warning Acceptable;
    LettersMixed = "letters-mixed" Warning Acceptable;
    TextSpacing = "text-spacing" Warning Acceptable;
    QuotesMixed = "quotes-mixed" Warning Acceptable;
    TextNumber = "text-number" Warning Acceptable;
    MottoMistyped = "motto-mistyped" Error Acceptable;
    DefinitionSyntax = "definition-syntax" Error;
    DefinitionKey = "definition-key" Error;
    DefinitionTwice = "definition-twice" Error;
    DefinitionLevels = "definition-levels" Error;
    DefinitionBound = "definition-bound" Error;
    DefinitionEmpty = "definition-empty" Error;
    NarrativeMissing = "narrative-missing" Error;
    DefinitionUnknownName = "definition-unknown-name" Error;
    AcceptedUnknown = "accepted-unknown" Error;
    AcceptedUnreasoned = "accepted-unreasoned" Error;
    NumberSymbol = "number-symbol" Error Acceptable;
    NumberZeros = "number-zeros" Error Acceptable;
    NumberOdd = "number-odd" Error Acceptable;
    NumberLarge = "number-large" Warning Acceptable;
    NumberOrDate = "number-or-date" Warning Acceptable;
    SymbolNumber = "symbol-number" Error Acceptable;
    SymbolYear = "symbol-year" Error Acceptable;
    SymbolSpelling = "symbol-spelling" Error Acceptable;
    SymbolType = "symbol-type" Error Acceptable;
    SymbolAgencyMissing = "symbol-agency-missing" Error Acceptable;
    SymbolOfLetter = "symbol-of-letter" Error Acceptable;
    SymbolUnit = "symbol-unit" Warning Acceptable;
    SymbolAgency = "symbol-agency" Error Acceptable;
    SymbolBody = "symbol-body" Warning Acceptable;
    DateYear = "date-year" Warning Acceptable;
    CitationLater = "citation-later" Error Acceptable;
    CitationYear = "citation-year" Error Acceptable;
    CitationType = "citation-type" Error Acceptable;
    CitationTwice = "citation-twice" Warning Acceptable;
    PlaceMarks = "place-marks" Error Acceptable;
    PlaceCapitals = "place-capitals" Error Acceptable;
    PlaceFull = "place-full" Warning Acceptable;
    PlaceUnit = "place-unit" Warning Acceptable;
    PlaceIssuer = "place-issuer" Warning Acceptable;
    UnitAbolished = "unit-abolished" Warning Acceptable;
    IssuerShortened = "issuer-shortened" Error Acceptable;
    IssuerOther = "issuer-other" Error Acceptable;
    SuperiorNeedless = "superior-needless" Warning Acceptable;
    SuperiorMissing = "superior-missing" Warning Acceptable;
    SuperiorSwapped = "superior-swapped" Warning Acceptable;
    SuperiorLong = "superior-long" Warning Acceptable;
    TypeSpelling = "type-spelling" Error Acceptable;
    AbstractMark = "abstract-mark" Error Acceptable;
    AbstractShape = "abstract-shape" Warning Acceptable;
    RecipientMarks = "recipient-marks" Error Acceptable;
    RecipientAddressee = "recipient-addressee" Error Acceptable;
    RecipientAbove = "recipient-above" Error Acceptable;
    RecipientArticle = "recipient-article" Warning Acceptable;
    RecipientTwice = "recipient-twice" Warning Acceptable;
    RecipientItself = "recipient-itself" Warning Acceptable;
    RecipientPurposes = "recipient-purposes" Warning Acceptable;
    ArchiveSpelling = "archive-spelling" Error Acceptable;
    ArchiveLast = "archive-last" Error Acceptable;
    ArchiveTwice = "archive-twice" Error Acceptable;
    ArchiveMissing = "archive-missing" Warning Acceptable;
    AuthorityPrefix = "authority-prefix" Error Acceptable;
    AuthorityOrder = "authority-order" Error Acceptable;
    AuthorityBody = "authority-body" Error Acceptable;
    AuthorityDeputy = "authority-deputy" Error Acceptable;
    AuthorityPost = "authority-post" Warning Acceptable;
    AuthorityCollective = "authority-collective" Warning Acceptable;
    AuthorityIssuer = "authority-issuer" Warning Acceptable;
    SignerDegree = "signer-degree" Varies Acceptable;
    SignerName = "signer-name" Warning Acceptable;
    SignerMissing = "signer-missing" Warning Acceptable;
    NumberTaken = "number-taken" Varies;
    StdoutUnwritable = "stdout-unwritable" Error;
    InternalFault = "internal-fault" Error;
    CodeStopped = "code-stopped" Error;
    CodePlugin = "code-plugin" Error;
    TypstFault = "typst-fault" Varies;
    PdfNone = "pdf-none" Error;
    PdfTooLarge = "pdf-too-large" Error;
    PdfBroken = "pdf-broken" Error;
    PdfCrossReferenceStream = "pdf-cross-reference-stream" Error;
    PdfEncrypted = "pdf-encrypted" Error;
    PdfUnprepared = "pdf-unprepared" Error;
    SignFieldNone = "sign-field-none" Error;
    SignFieldSigned = "sign-field-signed" Error;
    SignAfterSeal = "sign-after-seal" Error;
    SignChanged = "sign-changed" Error;
    SignTime = "sign-time" Error;
    SignDrawing = "sign-drawing" Error;
    SignPicture = "sign-picture" Error;
    SignPictureKind = "sign-picture-kind" Error;
    SignPictureLarge = "sign-picture-large" Error;
    SignPictureWide = "sign-picture-wide" Error;
    LaterFilled = "later-filled" Note;
    LaterValidationData = "later-validation-data" Note;
    LaterPages = "later-pages" Error Altered;
    LaterPage = "later-page" Error Altered;
    LaterAnnotations = "later-annotations" Error Altered;
    LaterForm = "later-form" Error Altered;
    LaterCatalog = "later-catalog" Error Altered;
    LaterTrailer = "later-trailer" Error Altered;
    LaterUnlisted = "later-unlisted" Error Altered;
    LaterObject = "later-object" Error Altered;
    LaterBytes = "later-bytes" Error Altered;
    LaterRange = "later-range" Error Altered;
    KeyPassword = "key-password" Error;
    KeyBroken = "key-broken" Error;
    KeyEncryption = "key-encryption" Error;
    KeyNone = "key-none" Error;
    KeySeveral = "key-several" Error;
    KeyCertificate = "key-certificate" Error;
    KeyWeak = "key-weak" Error;
    KeyKind = "key-kind" Error;
    KeyMismatch = "key-mismatch" Error;
    TokenModule = "token-module" Error StopsToken;
    TokenNone = "token-none" Error StopsToken;
    TokenSeveral = "token-several" Error StopsToken;
    TokenUnknown = "token-unknown" Error StopsToken;
    TokenLocked = "token-locked" Error StopsToken;
    TokenFinalTry = "token-final-try" Error StopsToken;
    TokenPin = "token-pin" Error StopsToken;
    TokenPinLast = "token-pin-last" Error StopsToken;
    TokenPinLength = "token-pin-length" Error StopsToken;
    TokenPinExpired = "token-pin-expired" Error StopsToken;
    TokenRemoved = "token-removed" Error StopsToken;
    TokenFailed = "token-failed" Error StopsToken;
    TokenNoCertificate = "token-no-certificate" Error StopsToken;
    TokenNoKey = "token-no-key" Error StopsToken;
    TokenCertificateUnknown = "token-certificate-unknown" Error StopsToken;
    TokenCertificates = "token-certificates" Error StopsToken;
    TokenMechanism = "token-mechanism" Error StopsToken;
    CertificateBroken = "certificate-broken" Error;
    CertificateNotYet = "certificate-not-yet" Error;
    CertificateExpired = "certificate-expired" Error;
    CertificateUsage = "certificate-usage" Error;
    CertificateWeak = "certificate-weak" Error;
    CertificateAlgorithm = "certificate-algorithm" Error;
    CertificateBeside = "certificate-beside" Warning;
    CertificateForged = "certificate-forged" Error;
    CertificateCritical = "certificate-critical" Error;
    CertificateNoAuthority = "certificate-no-authority" Error;
    CertificateUnknown = "certificate-unknown" Error;
    CertificateRevoked = "certificate-revoked" Error;
    RevocationUnchecked = "revocation-unchecked" Warning;
    SignatureBroken = "signature-broken" Error Altered;
    SignatureSigners = "signature-signers" Error Altered;
    SignatureNoCertificate = "signature-no-certificate" Error Altered;
    SignatureWeak = "signature-weak" Error Altered;
    SignatureAlgorithm = "signature-algorithm" Error Altered;
    SignatureForged = "signature-forged" Error Altered;
    SignatureOtherContent = "signature-other-content" Error Altered;
    SignatureOtherCertificate = "signature-other-certificate" Error Altered;
    StampBroken = "stamp-broken" Error;
    StampRefused = "stamp-refused" Error;
    StampImprint = "stamp-imprint" Error;
    StampNonce = "stamp-nonce" Error;
    StampTime = "stamp-time" Error;
    StampCertificate = "stamp-certificate" Error;
    ServerAddress = "server-address" Error;
    ServerRefused = "server-refused" Error;
    ServerUnreachable = "server-unreachable" Error;
    RandomNone = "random-none" Error;
    SignTooLarge = "sign-too-large" Error;
    SignUnproved = "sign-unproved" Error;
    VerifyNoStamp = "verify-no-stamp" Warning;
    VerifyNoAnchors = "verify-no-anchors" Warning;
    VerifyStampUnknown = "verify-stamp-unknown" Warning;
    SignExists = "sign-exists" Error;
    SignNoServer = "sign-no-server" Error;
    SignNoEvidence = "sign-no-evidence" Error;
    SignNoKey = "sign-no-key" Error;
    PasswordUnreadable = "password-unreadable" Error;
    ProfileBroken = "profile-broken" Error;
    RevocationBroken = "revocation-broken" Reason;
    RevocationForged = "revocation-forged" Reason;
    RevocationNoAddress = "revocation-no-address" Reason;
    RevocationNoIssuer = "revocation-no-issuer" Reason;
    RevocationNoTrust = "revocation-no-trust" Reason;
    RevocationNone = "revocation-none" Reason;
    RevocationOther = "revocation-other" Reason;
    RevocationRefused = "revocation-refused" Reason;
    RevocationScope = "revocation-scope" Reason;
    RevocationStale = "revocation-stale" Reason;
    RevocationUnknown = "revocation-unknown" Reason;
}

impl Code {
    /// Whether it decides this.
    pub(crate) fn has(self, effect: Effect) -> bool {
        self.effects().contains(&effect)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

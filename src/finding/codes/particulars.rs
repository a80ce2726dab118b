//! Definitions, particulars and their form slips.

macro_rules! particulars_codes {
    ([$($all:tt)*] $($rest:ident)*) => {
        gather! { [$($all)*
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
            AuthorityIssuer = "authority-issuer" Varies Acceptable;
            SignerDegree = "signer-degree" Varies Acceptable;
            SignerName = "signer-name" Warning Acceptable;
            SignerMissing = "signer-missing" Warning Acceptable;
            NumberTaken = "number-taken" Varies;
            CitationSymbol = "citation-symbol" Error Acceptable;
            AbstractBrace = "abstract-brace" Error Acceptable;
            AbstractType = "abstract-type" Warning Acceptable;
            AbstractDecision = "abstract-decision" Warning Acceptable;
            AddresseeMissing = "addressee-missing" Error Acceptable;
            AddresseeNeedless = "addressee-needless" Error Acceptable;
            AddresseeMarks = "addressee-marks" Error Acceptable;
            RecipientArticleGone = "recipient-article-gone" Error Acceptable;
            RecipientLate = "recipient-late" Varies Acceptable;
            RecipientAddressed = "recipient-addressed" Warning Acceptable;
            ArchiveUnit = "archive-unit" Warning Acceptable;
            AuthorityUncollective = "authority-uncollective" Warning Acceptable;
        ] $($rest)* }
    };
}

pub(crate) use particulars_codes;

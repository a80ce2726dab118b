//! Templates, and what is printed from them.

macro_rules! templates_codes {
    ([$($all:tt)*] $($rest:ident)*) => {
        gather! { [$($all)*
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
            TemplateDirection = "template-direction" Error;
            TemplateGlued = "template-glued" Error;
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
            NarrativeUnprinted = "narrative-unprinted" Error;
            AppendixUnprinted = "appendix-unprinted" Error;
            PageNotWhole = "page-not-whole" Error;
            TableTooWide = "table-too-wide" Error;
            AppendixLabel = "appendix-label" Error Acceptable;
            AppendixUnknown = "appendix-unknown" Warning Acceptable;
            AmountWords = "amount-words" Error Acceptable;
            AmountMisspelt = "amount-misspelt" Error Acceptable;
            AmountUnusual = "amount-unusual" Warning Acceptable;
            TemplateWords = "template-words" Error;
            AppendixUncited = "appendix-uncited" Warning Acceptable;
            NumberingBroken = "numbering-broken" Error Acceptable;
            PointsWithoutD = "points-without-d" Warning Acceptable;
            BulletsMixed = "bullets-mixed" Warning Acceptable;
            EndMarkMissing = "end-mark-missing" Warning Acceptable;
            EndMarkStray = "end-mark-stray" Error Acceptable;
            TypeOfOther = "type-of-other" Error Acceptable;
            BlankLeft = "blank-left" Varies Acceptable;
            PhraseCapitals = "phrase-capitals" Varies Acceptable;
            ToneMarksMixed = "tone-marks-mixed" Warning Acceptable;
            LettersMixed = "letters-mixed" Warning Acceptable;
            TextSpacing = "text-spacing" Warning Acceptable;
            QuotesMixed = "quotes-mixed" Warning Acceptable;
            TextNumber = "text-number" Warning Acceptable;
            MottoMistyped = "motto-mistyped" Error Acceptable;
            ProseEmphasis = "prose-emphasis" Error;
            DateWritten = "date-written" Error Acceptable;
            AuthorityLine = "authority-line" Varies Acceptable;
            EnactingWords = "enacting-words" Varies Acceptable;
            IssuedText = "issued-text" Error Acceptable;
            GroundMarks = "ground-marks" Error Acceptable;
            GroundTwice = "ground-twice" Warning Acceptable;
            GroundOrder = "ground-order" Warning Acceptable;
            GroundBare = "ground-bare" Warning Acceptable;
            CitedType = "cited-type" Error Acceptable;
            CitedIssuer = "cited-issuer" Varies Acceptable;
            CitedYear = "cited-year" Error Acceptable;
            CitedLater = "cited-later" Error Acceptable;
            DepartmentGone = "department-gone" Warning Acceptable;
            GroundsMissing = "grounds-missing" Error Acceptable;
            DayOther = "day-other" Error Acceptable;
        ] $($rest)* }
    };
}

pub(crate) use templates_codes;

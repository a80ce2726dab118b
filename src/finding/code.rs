//! What can be found or said: one table of codes, with what each decides.
//!
//! The name of a code is that of its message in the message files, and is printed as the finding's stable name;
//! nothing is ever decided by it.

use crate::finding::codes::commands::commands_codes;
use crate::finding::codes::particulars::particulars_codes;
use crate::finding::codes::signing::signing_codes;
use crate::finding::codes::templates::templates_codes;
use crate::finding::codes::workbooks::workbooks_codes;
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

/// Hands the lines of all parts to the table.
macro_rules! gather {
    ([$($all:tt)*]) => { codes! { $($all)* } };
    ([$($all:tt)*] $part:ident $($rest:ident)*) => { $part! { [$($all)*] $($rest)* } };
}

gather! { [] commands_codes workbooks_codes templates_codes particulars_codes signing_codes }

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

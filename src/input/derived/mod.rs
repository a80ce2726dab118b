//! Derived figures (số liệu suy ra): what follows from the figures of the inputs, by the definition's rules.

pub(crate) mod arithmetic;
pub(crate) mod chosen;
pub(crate) mod derive;
pub mod earlier;
pub(crate) mod made;
pub(crate) mod operands;
pub(crate) mod told;

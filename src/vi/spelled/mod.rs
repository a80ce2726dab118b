//! Numbers in words (số bằng chữ): written, read back, and compared with the figure that they stand beside.
//!
//! No act says how numbers are read in administrative documents. The names of scales and their order (nghìn, triệu, tỷ,
//! nghìn tỷ, triệu tỷ, tỷ tỷ) are those of Luật Kế toán (03/2003/QH11, Điều 12; 88/2015/QH13, Điều 11); `linh`, `mốt`,
//! `tư`, `lăm`, `phẩy` those of the Ministry's textbooks (Toán 1–5); months in words take a capital (NĐ 30/2020/NĐ-CP,
//! PL II, mục V.8.c). The rest is practice; where usage differs one way is written and all are read.
//!
//! Everything written is NFC, and everything read must be: compose before ([`crate::vi::text::compose`]), so that
//! places in the text are places in what the caller holds. Words in any other form are words that cannot be read.

pub(crate) mod beside;
mod figure;
mod grammar;
pub(crate) mod lexicon;
pub(crate) mod read;
pub(crate) mod write;

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;

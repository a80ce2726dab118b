//! What codes of findings decide.

/// What a code decides besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// After this error it is not known which rows the table has: relations down the rows are not judged.
    DoubtsRows,
    /// After this error no figure of the sheet can be relied on: relations over it are not judged.
    DoubtsFigures,
    /// The form has something that the input does not: an input of an earlier form may lack it, the rest can be used.
    Absent,
    /// It may only be that somebody is still saving the file.
    Unfinished,
    /// A definition may declare, with a reason, that an office departs from the rule (`input::definition::accepted`).
    Acceptable,
    /// Nothing is wrong with the document itself, it is only not recorded as issued.
    NotRecorded,
    /// Something waits for somebody's word: until then the document may be looked at, not issued.
    HoldsIssue,
    /// What was signed is not what is there now: nobody may sign on top of it.
    Altered,
    /// The token will refuse the next file too, or count one more try.
    StopsToken,
}

/// How much a code matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Error,
    Warning,
    Note,
    /// The place where it is found says how much.
    Varies,
    /// No finding: a sentence about a file.
    Remark,
    /// Why revocation could not be checked; its words stand inside of the message that says so.
    Reason,
}

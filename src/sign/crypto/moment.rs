//! Points in time, and how Vietnamese offices and PDF files write them.

use crate::vi::dates::Date;

use std::ops::Range;
use std::time::{Duration, SystemTime};

use der::asn1::GeneralizedTime;
use der::{Any, DateTime, Decode, Encode, Tag, Tagged};
use serde::{Serialize, Serializer};

/// `22/11/2026 11:00:00 +07:00` of `D:20261122110000+07'00'`; none for what is no such date.
pub(crate) fn shown_time(claimed: &str) -> Option<String> {
    let digits = claimed.strip_prefix("D:")?;
    let is_whole = digits.is_ascii() && digits.len() == 21 && digits.ends_with('\'') && &digits[17..18] == "'";
    let part = |range: Range<usize>| Some(&digits[range]).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let sign = Some(digits.get(14..15)?).filter(|sign| is_whole && matches!(*sign, "+" | "-"))?;
    let number = |range| part(range).and_then(|part| part.parse::<u16>().ok());
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let small = |range| number(range).and_then(|number| u8::try_from(number).ok());
    Date::new(number(0..4)?, small(4..6)?, small(6..8)?)?;
    let is_time = number(8..10)? < 24 && number(10..12)? < 60 && number(12..14)? < 60 && number(15..17)? < 24;
    let (hour, minute, second) = (part(8..10)?, part(10..12)?, part(12..14)?);
    let (ahead, rest) = (part(15..17)?, part(18..20)?);
    is_time.then(|| format!("{day}/{month}/{year} {hour}:{minute}:{second} {sign}{ahead}:{rest}"))
}

/// Vietnam is seven hours ahead of UTC the whole year.
const VIETNAM: u64 = 7 * 3600;

/// A point in time: whole seconds since 1970 (UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub u64);

impl Moment {
    /// The moment that the caller's clock shows.
    pub(crate) fn of(time: SystemTime) -> Self {
        Self(time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs())
    }

    /// So many seconds later.
    pub fn plus(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// So many seconds earlier.
    pub fn minus(self, seconds: u64) -> Self {
        Self(self.0.saturating_sub(seconds))
    }

    /// A PDF date in Vietnam's time, `D:20261122110000+07'00'` (ISO 32000-1, 7.9.4).
    pub(crate) fn pdf(self) -> String {
        let [year, month, day, hour, minute, second] = self.in_vietnam();
        format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}+07'00'")
    }

    /// The moment of a PDF date to the second, with its zone (ISO 32000-1, 7.9.4); none for what is no such date.
    pub(crate) fn read_pdf(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("D:").filter(|digits| digits.is_ascii())?;
        let (local, zone) = digits.split_at_checked(14)?;
        let number = |text: &str, from: usize| -> Option<u16> {
            text.get(from..from + 2).filter(|two| two.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
        };
        let small = |from: usize| number(local, from).and_then(|number| u8::try_from(number).ok());
        let year = number(local, 0)? * 100 + number(local, 2)?;
        let date = DateTime::new(year, small(4)?, small(6)?, small(8)?, small(10)?, small(12)?).ok()?;
        let local = Self::from(date);
        let zone = zone.trim_end_matches('\'');
        let ahead = || Some(u64::from(number(zone, 1)?) * 3600 + u64::from(number(zone, 4).unwrap_or(0)) * 60);
        match zone.chars().next() {
            None | Some('Z') => Some(local),
            Some('+') => Some(local.minus(ahead()?)),
            Some('-') => Some(local.plus(ahead()?)),
            Some(_) => None,
        }
    }

    /// A GeneralizedTime as certificates and time stamps write it; a fraction of a second (RFC 3161, 2.4.2) is cut.
    ///
    /// # Errors
    /// Another kind of value, a time without `Z`, or a day that the calendar does not have.
    pub(crate) fn generalized(value: &Any) -> der::Result<Self> {
        let invalid = || der::Error::from(Tag::GeneralizedTime.value_error());
        if value.tag() != Tag::GeneralizedTime {
            return Err(invalid());
        }
        let digits: Vec<u8> = value.value().iter().copied().take_while(u8::is_ascii_digit).collect();
        let rest = &value.value()[digits.len()..];
        let fraction = rest.strip_suffix(b"Z").ok_or_else(invalid)?;
        let is_fraction = fraction.is_empty()
            || fraction.strip_prefix(b".").is_some_and(|tail| !tail.is_empty() && tail.iter().all(u8::is_ascii_digit));
        if !is_fraction {
            return Err(invalid());
        }
        let whole = Any::new(Tag::GeneralizedTime, [digits.as_slice(), b"Z"].concat())?;
        Ok(GeneralizedTime::from_der(&whole.to_der()?)?.to_date_time().into())
    }

    fn in_vietnam(self) -> [u16; 6] {
        let shifted = Duration::from_secs(self.0.saturating_add(VIETNAM));
        let date = DateTime::from_unix_duration(shifted).unwrap_or(DateTime::INFINITY);
        let [month, day, hour] = [date.month(), date.day(), date.hour()].map(u16::from);
        [date.year(), month, day, hour, u16::from(date.minutes()), u16::from(date.seconds())]
    }
}

impl From<DateTime> for Moment {
    fn from(time: DateTime) -> Self {
        Self(time.unix_duration().as_secs())
    }
}

impl From<x509_cert::time::Time> for Moment {
    fn from(time: x509_cert::time::Time) -> Self {
        time.to_date_time().into()
    }
}

/// `2026-11-22T11:00:00+07:00` (ISO 8601), for programs.
impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [year, month, day, hour, minute, second] = self.in_vietnam();
        serializer.collect_str(&format_args!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+07:00"))
    }
}

/// `22/11/2026 11:00:00 (+07:00)`.
impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [year, month, day, hour, minute, second] = self.in_vietnam();
        write!(f, "{day:02}/{month:02}/{year} {hour:02}:{minute:02}:{second:02} (+07:00)")
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn pdf_dates_of_every_zone_are_read() {
        let eleven = Moment(1_795_320_000);
        for text in [
            "D:20261122110000+07'00'",
            "D:20261122110000+07'00",
            "D:20261122040000Z",
            "D:20261122040000",
            "D:20261121233000-04'30'",
        ] {
            assert_eq!(Moment::read_pdf(text), Some(eleven), "{text}");
        }
        assert_eq!(Moment::read_pdf(&eleven.pdf()), Some(eleven));
        for text in [
            "",
            "D:",
            "20261122110000Z",
            "D:20261322110000Z",
            "D:2026112211000",
            "D:20261122110000*07",
            "D:20261122110000+7",
        ] {
            assert_eq!(Moment::read_pdf(text), None, "{text}");
        }
    }
}

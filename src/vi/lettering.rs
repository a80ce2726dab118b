//! How points are lettered and parts numbered in official texts (NĐ 30/2020/NĐ-CP, PL I, phần I, mục II.6.đ).

/// Letters of points (điểm) in the order of the Vietnamese alphabet, as the decree itself uses them: no f, j, w, z, and
/// no letter with a mark but đ.
pub(crate) const POINTS: [char; 23] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// `XIV` → 14; none for what is no Roman number below 90, written by rule.
pub(crate) fn roman(text: &str) -> Option<u32> {
    let value = |c| match c {
        'I' => Some(1_u32),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let digits: Vec<u32> = text.chars().map(value).collect::<Option<_>>()?;
    let smaller = |at: usize| digits.get(at + 1).is_some_and(|next| digits[at] < *next);
    let sum = (0..digits.len()).fold(0_i64, |sum, at| {
        let digit = i64::from(digits[at]);
        if smaller(at) { sum - digit } else { sum + digit }
    });
    let number = u32::try_from(sum).ok().filter(|number| (1..90).contains(number))?;
    (as_roman(number) == text).then_some(number)
}

/// 14 → `XIV`; for numbers up to 89.
pub(crate) fn as_roman(number: u32) -> String {
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = match number / 10 {
        4 => "XL".to_owned(),
        tens @ 5.. => format!("L{}", "X".repeat(tens as usize - 5)),
        tens => "X".repeat(tens as usize),
    };
    tens + units[(number % 10) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers_are_read_as_they_are_written() {
        for number in 1..90 {
            assert_eq!(roman(&as_roman(number)), Some(number));
        }
        for (number, value) in [("IV", 4), ("XXIX", 29), ("XL", 40), ("XLIX", 49), ("L", 50), ("LXVIII", 68)] {
            assert_eq!(roman(number), Some(value), "{number}");
        }
        for wrong in ["", "IIII", "VX", "IVI", "IC", "IL", "A", "1", "iv", "XXXX", "XIIV", "LL", "XC"] {
            assert_eq!(roman(wrong), None, "{wrong}");
        }
    }
}

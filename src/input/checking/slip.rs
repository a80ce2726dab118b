//! When a total is not its sum: the single figure that would explain the difference, where one does.

use rust_decimal::Decimal;

/// How one figure would explain a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    /// The total leaves it out.
    Omitted,
    /// The total counts it twice.
    Doubled,
    /// Two neighbouring digits of it changed places; it would have to be this.
    Swapped(Decimal),
    /// It has a digit 0 too many or too few at its end; it would have to be this.
    Shifted(Decimal),
}

/// Finds the one figure whose slip explains that a total says `stated` where its figures give `expected`:
/// its position and the slip. None where no figure or more than one would do.
pub(crate) fn find(stated: Decimal, expected: Decimal, figures: &[Decimal]) -> Option<(usize, Slip)> {
    let difference = stated - expected;
    let mut found = figures.iter().enumerate().filter_map(|(at, &figure)| Some((at, slip(difference, figure)?)));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn slip(difference: Decimal, figure: Decimal) -> Option<Slip> {
    // So small a figure explains any small difference, and so none.
    if figure.abs() < Decimal::TEN {
        return None;
    }
    let wanted = figure + difference;
    let times = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND];
    match () {
        () if difference == -figure => Some(Slip::Omitted),
        () if difference == figure => Some(Slip::Doubled),
        () if is_swapped(figure, wanted) => Some(Slip::Swapped(wanted)),
        () if times.iter().any(|&n| wanted == figure * n || wanted * n == figure) => Some(Slip::Shifted(wanted)),
        () => None,
    }
}

/// Whether two numbers differ by two neighbouring digits that changed places.
fn is_swapped(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (one.to_string().into_bytes(), other.to_string().into_bytes());
    let differs: Vec<usize> =
        one.iter().zip(&other).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    match differs[..] {
        [first, second] => {
            one.len() == other.len()
                && second == first + 1
                && one[first] == other[second]
                && one[second] == other[first]
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_figure_explains_a_wrong_total_or_none_does() {
        let figures: Vec<Decimal> = [120, 345, 6_780].map(Decimal::from).to_vec();
        let expected = Decimal::from(7_245);
        let cases = [
            (7_125, Some((0, Slip::Omitted))),
            (7_590, Some((1, Slip::Doubled))),
            (7_254, Some((1, Slip::Swapped(354.into())))),
            (68_265, Some((2, Slip::Shifted(67_800.into())))),
            (7_244, None),
        ];
        for (stated, slip) in cases {
            assert_eq!(find(stated.into(), expected, &figures), slip, "{stated}");
        }
        let twins: Vec<Decimal> = [50, 50, 100].map(Decimal::from).to_vec();
        assert_eq!(find(150.into(), 200.into(), &twins), None);
    }
}

//! Putting things in order by numbers.

/// Sorts indices by the numbers that `key` gives for each; of equal ones the lower index comes first. One sort for all,
/// since each that the compiler makes of a generic one weighs half a kilobyte.
#[inline(never)]
pub fn sort_by(indices: &mut [usize], key: &dyn Fn(usize) -> [usize; 3]) {
    let mut keyed: Vec<([usize; 3], usize)> = indices.iter().map(|&index| (key(index), index)).collect();
    keyed.sort_unstable();
    indices.iter_mut().zip(keyed).for_each(|(slot, (_, index))| *slot = index);
}

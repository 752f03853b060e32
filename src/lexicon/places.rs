//! Numbers with a place each.

/// Gives each number a place, counted from 0 in the order in which they came: a table of open addressing.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// A number where it led, or in the next free slot behind, with its place plus one, which is 0 in free slots. There are
    /// as many slots as a power of two, and a quarter of them at least is free.
    slots: Vec<(u64, usize)>,
    len: usize,
}

impl Places {
    /// The place of a number, if it has one.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn of(&self, number: u64) -> Option<usize> {
        self.slots.get(self.slot(number)).and_then(|&(_, place)| place.checked_sub(1))
    }

    /// The place of a number, the next one if it has none yet.
    #[inline(never)]
    pub fn add(&mut self, number: u64) -> usize {
        if let Some(place) = self.of(number) {
            return place;
        }
        self.len += 1;
        if self.len * 4 > self.slots.len() * 3 {
            let larger = vec![(0, 0); (self.slots.len() * 2).max(16)];
            let known = std::mem::replace(&mut self.slots, larger);
            known.into_iter().filter(|&(_, place)| place > 0).for_each(|(number, place)| self.settle(number, place));
        }
        self.settle(number, self.len);
        self.len - 1
    }

    fn settle(&mut self, number: u64, place: usize) {
        let slot = self.slot(number);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = (number, place);
        }
    }

    /// Where a number is, or would be.
    fn slot(&self, number: u64) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        let mut slot = number as usize & last;
        while self.slots.get(slot).is_some_and(|&(known, place)| place > 0 && known != number) {
            slot = (slot + 1) & last;
        }
        slot
    }
}

//! Numbers with a place each.

/// Gives each number a place, counted from 0 in the order in which they came: a table of open addressing.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The numbers, by place.
    numbers: Vec<u64>,
    /// A place plus one where its number led, or the next free slot behind; 0 in free ones. Half of them are, and their
    /// number is a power of two.
    slots: Vec<u32>,
}

impl Places {
    /// The place of a number, if it has one.
    #[inline]
    pub fn of(&self, number: u64) -> Option<usize> {
        self.slots.get(self.slot(number)).and_then(|&place| (place as usize).checked_sub(1))
    }

    /// The place of a number, the next one if it has none yet.
    #[inline(never)]
    pub fn add(&mut self, number: u64) -> usize {
        if let Some(place) = self.of(number) {
            return place;
        }
        self.numbers.push(number);
        if self.numbers.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(16)];
            for place in 0..self.numbers.len() {
                self.settle(place);
            }
        } else {
            self.settle(self.numbers.len() - 1);
        }
        self.numbers.len() - 1
    }

    fn settle(&mut self, place: usize) {
        let slot = self.numbers.get(place).map_or(0, |&number| self.slot(number));
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = place as u32 + 1;
        }
    }

    /// Where a number is, or would be.
    fn slot(&self, number: u64) -> usize {
        let last = self.slots.len().wrapping_sub(1);
        // Numbers may be near each other: the upper half tells them apart.
        let mut slot = (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        while let Some(place) = self.slots.get(slot).and_then(|&place| (place as usize).checked_sub(1)) {
            if self.numbers.get(place) == Some(&number) {
                break;
            }
            slot = (slot + 1) & last;
        }
        slot
    }
}

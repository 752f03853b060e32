//! Where a panel goes: beside the article if there is room, else below or above the mark. Pure geometry.

/// A rectangle in CSS pixels of the viewport.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    fn right(self) -> f64 {
        self.left + self.width
    }

    fn bottom(self) -> f64 {
        self.top + self.height
    }

    /// Whether the two have anything in common.
    pub fn meets(self, other: Self) -> bool {
        self.left < other.right() && other.left < self.right() && self.top < other.bottom() && other.top < self.bottom()
    }
}

/// What a panel is placed by.
#[derive(Debug, Clone, Copy)]
pub struct Scene {
    /// The visible part of the page.
    pub viewport: Area,
    /// The article's column.
    pub column: Area,
    /// The mark.
    pub mark: Area,
    /// Height of the line that the mark stands in; the panel keeps off it.
    pub line: f64,
    /// Width of the panel.
    pub width: f64,
    /// Height of the panel if nothing limits it.
    pub height: f64,
    /// Whether the text runs from right to left.
    pub rtl: bool,
}

/// Where a panel goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Placement {
    /// A sheet at the lower edge of the window.
    Sheet,
    /// With its corner here, and no higher than this.
    At {
        /// Left edge in the viewport.
        left: f64,
        /// Top edge in the viewport.
        top: f64,
        /// Height it must keep within.
        max_height: f64,
    },
}

/// Windows narrower than this get a sheet.
const NARROW: f64 = 600.0;
/// Distance from the window's edge.
const MARGIN: f64 = 12.0;
/// Distance from the column or the line.
const GAP: f64 = 16.0;
/// A panel lower than this is no use beside its mark.
const LOWEST: f64 = 220.0;

/// Finds the place.
pub fn place(scene: &Scene) -> Placement {
    if scene.viewport.width < NARROW {
        return Placement::Sheet;
    }
    beside(scene).unwrap_or_else(|| under_or_over(scene))
}

/// In the margin of the page, level with the line.
fn beside(scene: &Scene) -> Option<Placement> {
    let view = scene.viewport;
    let right = scene.column.right() + GAP;
    let left = scene.column.left - GAP - scene.width;
    let fits_right = right + scene.width + MARGIN <= view.right();
    let fits_left = left >= view.left + MARGIN;
    let left = match (scene.rtl, fits_right, fits_left) {
        (false, true, _) | (true, true, false) => right,
        (_, _, true) => left,
        _ => return None,
    };
    let height = scene.height.min(view.height - 2.0 * MARGIN);
    let level = scene.mark.top - scene.line;
    let top = level.min(view.bottom() - MARGIN - height).max(view.top + MARGIN);
    Some(Placement::At { left, top, max_height: view.height - 2.0 * MARGIN })
}

/// Below the line, or above it where there is more room.
fn under_or_over(scene: &Scene) -> Placement {
    let view = scene.viewport;
    let middle = scene.mark.left + scene.mark.width / 2.0;
    let rightmost = (view.right() - MARGIN - scene.width).max(view.left);
    let left = (middle - scene.width / 2.0).min(rightmost).max((view.left + MARGIN).min(rightmost));
    let below = view.bottom() - MARGIN - (scene.mark.bottom() + GAP / 2.0);
    let above = scene.mark.bottom() - scene.line - GAP / 2.0 - (view.top + MARGIN);
    let height = scene.height;
    if height <= below || below >= above.min(height) {
        let max_height = below.max(LOWEST);
        let top = (scene.mark.bottom() + GAP / 2.0).min(view.bottom() - MARGIN - max_height.min(height));
        return Placement::At { left, top, max_height };
    }
    let max_height = above.max(LOWEST);
    let top = scene.mark.bottom() - scene.line - GAP / 2.0 - height.min(max_height);
    Placement::At { left, top: top.max(view.top + MARGIN), max_height }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene() -> Scene {
        Scene {
            viewport: Area { left: 0.0, top: 0.0, width: 1280.0, height: 800.0 },
            column: Area { left: 300.0, top: -500.0, width: 680.0, height: 3000.0 },
            mark: Area { left: 600.0, top: 300.0, width: 24.0, height: 24.0 },
            line: 30.0,
            width: 360.0,
            height: 420.0,
            rtl: false,
        }
    }

    fn corner(scene: &Scene) -> (f64, f64, f64) {
        match place(scene) {
            Placement::At { left, top, max_height } => (left, top, max_height),
            Placement::Sheet => panic!("a sheet"),
        }
    }

    #[test]
    fn narrow_windows_get_a_sheet() {
        let mut scene = scene();
        scene.viewport.width = 390.0;
        assert_eq!(place(&scene), Placement::Sheet);
    }

    #[test]
    fn it_stands_beside_a_column_that_leaves_room() {
        let mut scene = scene();
        scene.column.left = 100.0;
        assert_eq!(corner(&scene), (796.0, 270.0, 776.0));
        scene.mark.top = 780.0;
        assert_eq!(corner(&scene).1, 800.0 - MARGIN - 420.0, "held within the window");
        scene.rtl = true;
        scene.column.left = 500.0;
        assert_eq!(corner(&scene).0, 500.0 - GAP - 360.0);
    }

    #[test]
    fn else_below_the_line_and_above_where_there_is_more_room() {
        let mut scene = scene();
        assert_eq!(corner(&scene), (432.0, 332.0, 800.0 - MARGIN - 332.0));
        scene.mark.top = 700.0;
        let (_, top, _) = corner(&scene);
        assert_eq!(top + 420.0, 724.0 - 30.0 - GAP / 2.0, "its lower edge clears the line");
    }

    #[test]
    fn it_never_leaves_the_window() {
        for left in [-40.0, 5.0, 700.0, 1270.0] {
            for top in [-30.0, 0.0, 390.0, 799.0] {
                for height in [100.0, 420.0, 2000.0] {
                    for width in [640.0, 1280.0] {
                        let mut scene = scene();
                        scene.viewport.width = width;
                        (scene.mark.left, scene.mark.top, scene.height) = (left, top, height);
                        let (x, y, max) = corner(&scene);
                        let shown = height.min(max);
                        assert!(x >= MARGIN && x + 360.0 <= width - MARGIN, "{x} at {left} {top} {width}");
                        assert!(y >= 0.0 && y + shown <= 800.0, "{y}+{shown} at {left} {top} {height}");
                    }
                }
            }
        }
    }
}

// A press as a hand makes it. What Playwright asks the page before a click of its own would be measured as well.

/** Points at a button, and presses it. */
export async function press(page, button) {
  await button.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const { x, y, width, height } = await button.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.waitForTimeout(100);
  await page.mouse.down();
  await page.waitForTimeout(60);
  await page.mouse.up();
}

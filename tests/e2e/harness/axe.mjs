// What axe finds on a page as it stands.
import { AxeBuilder } from "@axe-core/playwright";

/** Each violation as a line; none is what is wanted. */
export async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
}

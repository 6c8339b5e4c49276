/** The largest of any number of numbers, at least `least`. */
export function largest(numbers: Iterable<number>, least = 0): number {
  let found = least;
  for (const number of numbers) found = Math.max(found, number);
  return found;
}

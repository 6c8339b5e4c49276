/**
 * How steeply times grow: the slope of log time over log n by least squares (1 is in step with n, 2 its square).
 * Throws where it is undefined: fewer than two sizes, or a size or time that is not above 0.
 */
export function growthExponent(points: readonly { n: number; time: number }[]): number {
  if (points.some(({ n, time }) => !(n > 0) || !(time > 0))) {
    throw new Error('Sizes and times must be above 0');
  }
  const logs = points.map(({ n, time }) => ({ x: Math.log(n), y: Math.log(time) }));
  const mean = (of: 'x' | 'y'): number => logs.reduce((sum, p) => sum + p[of], 0) / logs.length;
  const [middleX, middleY] = [mean('x'), mean('y')];
  const spread = logs.reduce((sum, { x }) => sum + (x - middleX) ** 2, 0);
  if (!(spread > 0)) throw new Error('No growth without two sizes');
  return logs.reduce((sum, { x, y }) => sum + (x - middleX) * (y - middleY), 0) / spread;
}

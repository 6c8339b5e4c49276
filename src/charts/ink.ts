export const DARK_INK = '#1d2126';
export const LIGHT_INK = '#ffffff';

/** Colour of text that reads best on a colour given as #rrggbb. */
export function inkOn(color: string, [dark, light]: readonly [string, string]): string {
  const against = (other: string) => {
    const [high, low] = [luminance(color), luminance(other)].toSorted((a, b) => b - a);
    return (high! + 0.05) / (low! + 0.05);
  };
  return against(dark) >= against(light) ? dark : light;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

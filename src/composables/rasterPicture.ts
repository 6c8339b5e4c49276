/** Size of a picture in CSS pixels, and how many pixels of it one of them is. */
export interface PictureSize {
  width: number;
  height: number;
  scale: number;
}

const loaded = async (svg: string): Promise<HTMLImageElement> => {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
};

/** An SVG picture as PNG on white paper, in the fonts of this computer. Rejects where the browser cannot draw it. */
export async function pngOf(
  svg: string,
  { width, height, scale }: PictureSize,
): Promise<Uint8Array> {
  const image = await loaded(svg);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw a picture on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!png) throw new Error(`the picture is too large: ${canvas.width} × ${canvas.height} pixels`);
  return new Uint8Array(await png.arrayBuffer());
}

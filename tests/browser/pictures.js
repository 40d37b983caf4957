// Pictures of pages made small and compared: what font rasterisation changes is forgiven, a block that moved or took another colour is not.

import { PNG } from "pngjs";

/** A picture shrunk to one pixel for each square of `side`, each the mean of what it covered. */
export function shrink(bytes, side) {
  const from = PNG.sync.read(bytes);
  const [width, height] = [Math.floor(from.width / side), Math.floor(from.height / side)];
  const to = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sums = [0, 0, 0];
      for (let j = 0; j < side; j += 1) {
        for (let i = 0; i < side; i += 1) {
          const at = ((y * side + j) * from.width + x * side + i) * 4;
          for (let c = 0; c < 3; c += 1) sums[c] += from.data[at + c];
        }
      }
      // 52 shades of each colour, so that the file is small; the comparison forgives more than that.
      const at = (y * width + x) * 4;
      for (let c = 0; c < 3; c += 1) to.data[at + c] = Math.round(sums[c] / side / side / 5) * 5;
      to.data[at + 3] = 255;
    }
  }
  return to;
}

export const write = (png) => PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
export const read = (bytes) => PNG.sync.read(bytes);

/** How many pixels of two small pictures differ in a way that an eye would see, and a picture of which. */
export function compare(expected, actual, tolerance = 30) {
  if (expected.width !== actual.width || Math.abs(expected.height - actual.height) > 2) {
    return { different: Infinity, why: `${actual.width} × ${actual.height} instead of ${expected.width} × ${expected.height}`, diff: actual };
  }
  const [width, height] = [expected.width, Math.min(expected.height, actual.height)];
  const diff = new PNG({ width, height });
  let different = 0;
  for (let at = 0; at < width * height * 4; at += 4) {
    const away = Math.max(...[0, 1, 2].map((c) => Math.abs(expected.data[at + c] - actual.data[at + c])));
    const wrong = away > tolerance;
    if (wrong) different += 1;
    diff.data.set(wrong ? [220, 0, 0, 255] : [0, 1, 2].map((c) => 255 - (255 - actual.data[at + c]) / 4).concat(255), at);
  }
  return { different, why: `${different} of ${width * height} small squares differ`, diff };
}

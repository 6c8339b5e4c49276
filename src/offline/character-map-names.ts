/**
 * CMaps that text in a Chinese document may need: fonts that are not embedded, or whose characters are numbered by a
 * collection of Adobe's, are named by them. Those for writing downwards (`-V`) build on those for writing along (`-H`);
 * `Adobe-…-UCS2` leads from a collection to Unicode. Kept back are encodings that PDF programs do not write (UTF-8 and
 * UTF-32) and those of Taiwan and Japan, which no Chinese budget is printed in: the one file has little room.
 */
export const CMAPS_OF_COLLECTION = {
  /** Mainland: GB 2312, GBK, GB 18030 and Unicode; 195 KB. */
  GB1: [
    'Adobe-GB1-UCS2',
    'Adobe-GB1-0',
    'Adobe-GB1-1',
    'Adobe-GB1-2',
    'Adobe-GB1-3',
    'Adobe-GB1-4',
    'Adobe-GB1-5',
    'GB-EUC-H',
    'GB-EUC-V',
    'GB-H',
    'GB-V',
    'GBK-EUC-H',
    'GBK-EUC-V',
    'GBK2K-H',
    'GBK2K-V',
    'GBKp-EUC-H',
    'GBKp-EUC-V',
    'GBT-EUC-H',
    'GBT-EUC-V',
    'GBT-H',
    'GBT-V',
    'GBTpc-EUC-H',
    'GBTpc-EUC-V',
    'GBpc-EUC-H',
    'GBpc-EUC-V',
    'UniGB-UCS2-H',
    'UniGB-UCS2-V',
    'UniGB-UTF16-H',
    'UniGB-UTF16-V',
  ],
  /** Traditional characters, by their numbers alone; 41 KB. */
  CNS1: ['Adobe-CNS1-UCS2'],
  /** Korean, which autonomous areas print beside Chinese; 80 KB. */
  Korea1: [
    'Adobe-Korea1-UCS2',
    'KSC-EUC-H',
    'KSC-EUC-V',
    'KSCms-UHC-H',
    'KSCms-UHC-V',
    'UniKS-UCS2-H',
    'UniKS-UCS2-V',
    'UniKS-UTF16-H',
    'UniKS-UTF16-V',
  ],
  /** Japanese fonts, with which some programs print what their Chinese fonts lack; 41 KB. */
  Japan1: ['Adobe-Japan1-UCS2'],
} as const;

/** Names of the CMaps that go with the app, about 360 KB as pdf.js packs them. */
export const CMAP_NAMES: readonly string[] = Object.values(CMAPS_OF_COLLECTION).flat();

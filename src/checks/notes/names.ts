import type { Words } from '../rule';

export const NAME_NOTES: Readonly<Record<string, Words>> = {
  code_named: { zh: '科目编码 {code}', en: 'code {code}' },
  name_of_code: { zh: '该名称属于 {code}', en: 'that is the name of {code}' },
  named_alike: { zh: '名称均为“{name}”', en: 'both named {name}' },
  documents_print: {
    zh: '{documents} 份其他文件使用该名称',
    en: '{documents} other documents print that name',
  },
  codes_unknown: {
    zh: '{count} 个科目在 {year} 年的科目目录中没有：{codes}',
    en: '{count} codes are in no classification that holds for {year}: {codes}',
  },
  codes_unlike: {
    zh: '{count} 个科目与未注明年度的目录名称不同，可能已更名：{codes}',
    en: '{count} codes have another name in a list that says no year; they may have been renamed: {codes}',
  },
};

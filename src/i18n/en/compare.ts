import type { compare as zh } from '../zh/compare';

export const compare: typeof zh = {
  title: '',
};

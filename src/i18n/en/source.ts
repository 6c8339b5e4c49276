import type { source as zh } from '../zh/source';

export const source: typeof zh = {
  title: '',
};

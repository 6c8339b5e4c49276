import type { structure as zh } from '../zh/structure';

export const structure: typeof zh = {
  title: '',
};

import type { overview as zh } from '../zh/overview';

export const overview: typeof zh = {
  title: '',
};

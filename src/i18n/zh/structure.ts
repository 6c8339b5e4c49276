export const structure = {
  title: '',
};

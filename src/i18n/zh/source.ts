export const source = {
  title: '',
};

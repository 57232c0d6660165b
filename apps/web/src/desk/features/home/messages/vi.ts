export const vi = {
  title: 'Hôm nay',
} as const;

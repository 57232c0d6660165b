declare const classes: {
  readonly find: string;
  readonly narrow: string;
};
export default classes;

declare const classes: {
  readonly opening: string;
  readonly pair: string;
};
export default classes;

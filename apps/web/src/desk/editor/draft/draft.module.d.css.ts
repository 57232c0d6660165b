declare const classes: {
  readonly note: string;
  readonly reason: string;
};
export default classes;

declare const classes: {
  readonly losses: string;
};
export default classes;

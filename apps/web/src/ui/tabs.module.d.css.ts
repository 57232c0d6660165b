declare const classes: {
  readonly chip: string;
  readonly chips: string;
  readonly tabs: string;
};
export default classes;

declare const classes: {
  readonly main: string;
  readonly space: string;
  readonly top: string;
};
export default classes;

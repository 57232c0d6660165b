declare const classes: {
  readonly toast: string;
  readonly toasts: string;
};
export default classes;

/** The forms of a feature's name that files need. */
export interface FeatureName {
  /** `field-visits`, as in paths. */
  readonly kebab: string;
  /** `FieldVisits`, as in classes. */
  readonly pascal: string;
  /** `Field visits`, as in titles. */
  readonly title: string;
}

/**
 * Checks a name given on the command line.
 * @throws Error when it is not in kebab-case
 */
export function featureName(text: string | undefined): FeatureName {
  if (text === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text)) {
    throw new Error(
      `Give the feature a name in kebab-case, such as field-visits; got "${text ?? ''}".`,
    );
  }
  const words = text.split('-');
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    kebab: text,
    pascal: words.map(capital).join(''),
    title: capital(words.join(' ')),
  };
}

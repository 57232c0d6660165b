import { Component, type ReactNode } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Button } from './button.js';
import { CircleAlertIcon } from './icons.js';
import { messages } from './messages/index.js';
import { StateBox } from './states.js';

interface Props {
  readonly children: ReactNode;
  /** A change of this value (the address) gives the page another chance. */
  readonly resetBy?: string | undefined;
}

interface State {
  readonly failed: boolean;
  readonly resetBy: string | undefined;
}

/** Keeps a failing page from taking the whole program with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetBy: this.props.resetBy };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.resetBy === state.resetBy ? null : { failed: false, resetBy: props.resetBy };
  }

  override render(): ReactNode {
    return this.state.failed ? <CrashState /> : this.props.children;
  }
}

/** What a page says that has failed. */
export function CrashState() {
  const { t } = useMessages(messages);
  return (
    <StateBox
      icon={CircleAlertIcon}
      title={t('crashTitle')}
      alert
      page
      actions={
        <Button look="main" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      }
    >
      <p>{t('crashText')}</p>
    </StateBox>
  );
}

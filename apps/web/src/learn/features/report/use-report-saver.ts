import { useEffect, useState, useSyncExternalStore } from 'react';
import { readReport, saveReport } from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { asProblem } from '../../../lib/api/problem.js';
import { putResource } from '../../../lib/api/resource.js';
import { useSession } from '../../../lib/session/session.js';
import { keepLocalReport, readLocalReport } from './local-report.js';
import { ReportSaver } from './report-saver.js';
import type { Report } from './report-page.js';

/** The saver of one opened report, and where its text is. */
export function useReportSaver(enrolmentId: string, report: Report) {
  const { account } = useSession();
  const taskNodeId = report.task.nodeId;
  const [saver] = useState(() => {
    const place = { accountId: account.id, enrolmentId, taskNodeId };
    const params = { enrolmentId, taskNodeId };
    return new ReportSaver(report, readLocalReport(place), {
      save: async (body) => noted(params, await call(saveReport, { params, body })),
      read: async () => noted(params, await call(readReport, { params })),
      keep: (local) => keepLocalReport(place, local),
      asProblem,
      now: () => new Date().toISOString(),
    });
  });
  useLeaving(saver);
  const state = useSyncExternalStore(saver.subscribe, saver.getState);
  return { saver, state };
}

/** Puts the office's text in place of what was read: whoever leaves the page and comes back goes on with it. */
function noted(
  params: { readonly enrolmentId: string; readonly taskNodeId: string },
  report: Report,
): Report {
  putResource(readReport, { params }, report);
  return report;
}

/** Sends at once when the page goes away or the network comes back. */
function useLeaving(saver: ReportSaver): void {
  useEffect(() => {
    const send = () => void saver.flush();
    const hidden = () => document.visibilityState === 'hidden' && send();
    addEventListener('online', send);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', hidden);
      void saver.flush().finally(() => saver.stop());
    };
  }, [saver]);
}

/** Words as the office counts them: what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

import { erratumRefusals, type ErratumRefusal } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import { CourseStore } from '../persistence/course-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { namedRefusals } from '../policies/named-refusals.js';
import { layOver, type Overlay } from '../policies/overlay.js';
import type { CurriculumVersion } from '../policies/curriculum-version.js';
import { Comparisons } from './comparisons.query.js';
import { Versions } from './versions.query.js';
import { WorkingTexts } from './working-texts.query.js';

/** Change requests laid over the curriculum. */
@Injectable()
export class Overlays {
  constructor(
    private readonly versions: Versions,
    private readonly overlayRows: OverlayStore,
    private readonly texts: WorkingTexts,
    private readonly comparisons: Comparisons,
    private readonly courses: CourseStore,
  ) {}

  /** A request over its own base, or over another version of the curriculum. */
  async load(request: ChangeRequestRow, over?: CurriculumVersion): Promise<Overlay> {
    const base = over ?? (await this.versions.at(request.baseLineId, request.baseSeq));
    const items = await this.overlayRows.items(request.id);
    const drafts = await this.texts.ofRequest(request.id);
    return layOver({ request, base, items, drafts });
  }

  /** Why the request is no erratum; empty for an amendment, which may change anything. */
  async refusals(overlay: Overlay): Promise<readonly ErratumRefusal[]> {
    if (overlay.request.kind !== 'erratum') return [];
    const limits = await this.courses.erratumLimits(overlay.request.curriculumId);
    const found = erratumRefusals(await this.comparisons.ofOverlay(overlay), limits);
    return namedRefusals(found, overlay.base, overlay.result);
  }
}

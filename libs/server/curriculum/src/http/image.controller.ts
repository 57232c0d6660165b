import { readImage, uploadImage, type InputOf, type ResponseOf } from '@cam-nang/contracts';
import {
  CurrentActor,
  Endpoint,
  Input,
  Public,
  RequirePermission,
  type Actor,
  type Answer,
  type FileBody,
} from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { Images } from '../queries/images.query.js';
import { UploadImage } from '../use-cases/upload-image.js';

@Controller()
export class ImageController {
  constructor(
    private readonly upload: UploadImage,
    private readonly images: Images,
  ) {}

  @Endpoint(uploadImage)
  @RequirePermission('curriculum.edit')
  store(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof uploadImage>,
  ): Promise<ResponseOf<typeof uploadImage>> {
    return this.upload.run(actor, body.file);
  }

  /** Public: lessons of open handbooks show images, and nobody knows a hash who has not seen the image. */
  @Endpoint(readImage)
  @Public()
  read(@Input() { params }: InputOf<typeof readImage>): Promise<Answer<FileBody>> {
    return this.images.read(params.sha256);
  }
}

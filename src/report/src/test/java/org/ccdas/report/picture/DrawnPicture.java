package org.ccdas.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture as tests look at it. */
record DrawnPicture(BufferedImage image) {
  static DrawnPicture of(Picture picture) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
      assertThat(image.getWidth()).isEqualTo(Picture.DENSITY * picture.width());
      assertThat(image.getHeight()).isEqualTo(Picture.DENSITY * picture.height());
      return new DrawnPicture(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of pixels of exactly this colour. */
  int pixels(Color colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) == (colour.getRGB() & 0xffffff)) {
          count++;
        }
      }
    }
    return count;
  }

  /** Mean abscissa of the pixels of a colour, as a share of the width. */
  double middle(Color colour) {
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) == (colour.getRGB() & 0xffffff)) {
          sum += x;
        }
      }
    }
    return sum / pixels(colour) / image.getWidth();
  }
}

package org.ccdas.pipelines.config;

import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.weather.WeatherArchive;

/** Reads descriptions of archives of weather. */
public final class ArchiveFile {
  private ArchiveFile() {}

  /**
   * The archive that a YAML file describes.
   *
   * @throws org.ccdas.inputs.InputException naming file, line, column and key of what is wrong
   */
  public static WeatherArchive read(Location file) {
    SettingFile settings = SettingFile.read(file, "description of an archive");
    ArchiveSettings written =
        settings.build(ArchiveSettings.class, new BaseFolders(file.parent(), null), complete -> {});
    try {
      return written.archive();
    } catch (InvalidSetting e) {
      throw settings.refused(e.key(), e);
    }
  }
}

package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlVectorFileTest {
  private static final String HEADER = "no,symbol,scope,prior,sigma,unit,transform,source\n";

  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("control.csv"), text);
  }

  private InputException errorOf(String text) throws IOException {
    Path path = write(text);
    InputException error =
        catchThrowableOfType(InputException.class, () -> ControlVectorFile.read(Location.of(path)));
    assertThat(error).as("an InputException").isNotNull();
    assertThat(error.file()).isEqualTo(path.toString());
    return error;
  }

  @Test
  void holdsTheTableOfTheSpec() {
    ControlVector standard = ControlVectorFile.standard();
    assertThat(standard.size()).isEqualTo(101);
    Parameter vm = standard.parameter(9);
    assertThat(vm.label()).isEqualTo("Vm25 C4Gr");
    assertThat(vm.prior()).isEqualTo(8);
    assertThat(vm.sigma()).isEqualTo(1.6);
    assertThat(vm.unit()).isEqualTo("umol m-2 s-1");
    assertThat(vm.transform()).isEqualTo(new Transform.Log(0));
    assertThat(standard.parameter(22).label()).isEqualTo("k25 C4Gr");
    assertThat(standard.parameter(99).transform()).isEqualTo(new Transform.Logit(0.5, 0.95));
    Parameter offset = standard.parameter(100);
    assertThat(offset.symbol()).isEqualTo("c0");
    assertThat(offset.hasPrior()).isFalse();
    assertThat(standard.parameters().stream().filter(p -> !p.hasPrior())).hasSize(1);
    // every symbol but the CO2 offset acts on tiles, and every tile symbol is estimated
    assertThat(standard.parameters().stream().map(Parameter::symbol).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(TileSymbols.all().stream(), Stream.of("c0")).toList());
  }

  @Test
  void readsAShorterFileWithCommentsAndByteOrderMark() throws IOException {
    Path path =
        write(
            "\uFEFF# only two\n"
                + HEADER
                + "1,beta,Crop,1.0,0.25,-,log:0,\"a, b\"\n"
                + "# the offset\n"
                + "2,c0,global,390,1,ppm,identity,x\n");
    ControlVector read = ControlVectorFile.read(Location.of(path));
    assertThat(read.size()).isEqualTo(2);
    assertThat(read.parameter(0).source()).isEqualTo("a, b");
    assertThat(read.parameter(1).value(-1)).isEqualTo(389);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2,Vm25,TrDec,90,18,u,cubic,s             | line 3 | unknown transform 'cubic'
          2,Vm25,TrDec,90,18,u,log:x,s             | line 3 | the bound 'x' is not a number
          2,Vm25,TrDec,90,0,u,log:0,s              | line 3 | sigma is 0.0
          2,Vm25,TrDec,90,-1,u,log:0,s             | line 3 | sigma is -1.0
          2,Vm25,TrEv,90,18,u,log:0,s              | line 3 | Vm25 TrEv repeats Vm25 TrEv of line 2
          2,Vm25,TrDec;TrEv,90,18,u,log:0,s        | line 3 | repeats Vm25 TrEv of line 2
          2,Vm25,all,90,18,u,log:0,s               | line 3 | Vm25 all repeats Vm25 TrEv of line 2
          3,Vm25,TrDec,90,18,u,log:0,s             | line 3 | the number is 3, expected 2
          1,Vm25,TrDec,90,18,u,log:0,s             | line 3 | the number is 1, expected 2
          2,Vm25,TrDec,-5,18,u,log:0,s             | line 3 | outside the domain
          2,f_s,global,0.9,0.2,u,logit:0:1,s       | line 3 | prior + sigma = 1.1 is outside
          2,Vm25,TrDec,obs,18,u,log:0,s            | line 3, column prior | 'obs' is not a number
          2,Vm25,TrDec,"9,0",18,u,log:0,s          | line 3, column prior | '9,0' is not a number
          2.5,Vm25,TrDec,90,18,u,log:0,s           | line 3, column no | '2.5' is not a whole number
          2,Vm25,TrDec,NaN,18,u,log:0,s            | line 3, column prior | 'NaN' is not a finite number
          2,Vm25,Trdec,90,18,u,log:0,s             | line 3 | unknown scope 'Trdec'
          2,Vm52,TrDec,90,18,u,log:0,s             | line 3 | unknown symbol 'Vm52'
          2,Vm25,TrDec,90,18,u,log:0               | line 3 | 7 fields
          2,Vm25,TrDec,90,18,u,log:0,s,t           | line 3 | 9 fields
          """)
  void namesTheLineOfABadRow(String row, String place, String problem) throws IOException {
    InputException error = errorOf(HEADER + "1,Vm25,TrEv,60,12,u,log:0,s\n" + row + "\n");
    assertThat(error.place()).isEqualTo(place);
    assertThat(error.problem()).contains(problem);
  }

  @Test
  void countsCommentLines() throws IOException {
    assertThat(errorOf("# one\n# two\n" + HEADER + "# four\n2,c0,global,1,1,u,log:0,s\n").place())
        .isEqualTo("line 5");
  }

  @Test
  void namesWhatIsWrongWithTheWholeFile() throws IOException {
    assertThat(errorOf("").problem()).contains("no column no, symbol");
    assertThat(errorOf("no,symbol,scope\n").problem()).contains("prior, sigma, unit");
    assertThat(errorOf("no,symbol,symbol\n").problem()).contains("well-formed CSV");
    assertThat(errorOf(HEADER).problem()).contains("no rows");
    assertThat(errorOf(HEADER + "1,\"Vm25,TrEv").problem()).contains("well-formed CSV");
    Path latin = folder.resolve("control.csv");
    Files.write(latin, (HEADER + "# \u00e4").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(
            catchThrowableOfType(
                    InputException.class, () -> ControlVectorFile.read(Location.of(latin)))
                .problem())
        .contains("UTF-8");
    Path absent = folder.resolve("absent.csv");
    assertThat(
            catchThrowableOfType(
                InputException.class, () -> ControlVectorFile.read(Location.of(absent))))
        .hasMessageContaining("absent.csv: there is no such file");
  }
}

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Judges PDF files by veraPDF, one JVM for all of them: reads paths, a line each, and writes a line for every rule that
 * is broken, then an empty one. The first line says that it is ready.
 */
class Vera {
    private static final PDFAFlavour[] FLAVOURS = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A};
    private static final String[] PROFILES = {"PDFUA-1", "PDFA-2A"};

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile[] profiles = new ValidationProfile[PROFILES.length];
        for (int at = 0; at < PROFILES.length; at++) {
            String resource = "/org/verapdf/pdfa/validation/" + PROFILES[at] + ".xml";
            profiles[at] = Profiles.profileFromXml(Vera.class.getResourceAsStream(resource));
        }
        out.println("ready");
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            for (int at = 0; at < PROFILES.length; at++) {
                try {
                    broken(path, FLAVOURS[at], profiles[at]).values().forEach(out::println);
                } catch (Exception error) {
                    out.println(PROFILES[at] + " cannot be judged: " + oneLine(error.toString()));
                }
            }
            out.println();
        }
    }

    /** The rules a file breaks, each with one place. */
    private static TreeMap<String, String> broken(String path, PDFAFlavour flavour, ValidationProfile profile)
            throws Exception {
        TreeMap<String, String> broken = new TreeMap<>();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new FileInputStream(path), flavour)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, -1, false, true, false);
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    String place = oneLine(assertion.getLocation().getContext());
                    String said = oneLine(assertion.getMessage());
                    broken.putIfAbsent(rule, flavour.getId() + " " + rule + ": " + said + " @ " + place);
                }
            }
        }
        return broken;
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ");
    }
}

package org.hotspots.question;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one back-test says is the method to use.
 *
 * @param dataVersion number of the data version that was tested
 * @param setting the method and its length; null where no method can be preferred
 * @param reason in a few sentences
 */
public record MethodChoice(long dataVersion, @Nullable Setting setting, String reason) {

    /**
     * A method with its length.
     *
     * @param method the method
     * @param parameter the parameter of the question that its length is; one of the method's own
     * @param metres the length; null where the method works it out
     */
    public record Setting(
            Method method, String parameter, @Nullable Double metres) {
        public Setting {
            if (!method.parameters().contains(parameter)) {
                throw new IllegalArgumentException(
                        parameter + ": one of " + String.join(", ", method.parameters()) + " for " + method.word());
            }
            boolean inRange = metres == null
                    ? QuestionParameters.get(parameter).defaultValue() == null
                    : QuestionParameters.get(parameter).values() instanceof ParameterSpec.Numbers numbers
                            && numbers.contains(Objects.requireNonNull(metres));
            if (!inRange) {
                throw new IllegalArgumentException(parameter + "=" + metres + ": "
                        + QuestionParameters.get(parameter).values());
            }
        }
    }
}

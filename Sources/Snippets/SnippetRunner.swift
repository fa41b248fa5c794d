import DeepLearning
import Source
import Tensors

public enum SnippetRunner {}
